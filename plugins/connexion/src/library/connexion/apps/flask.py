from .abstract import AbstractApp


class FlaskApp(AbstractApp):
    def add_wsgi_middleware(self, middleware, **options):
        self.app.wsgi_app = middleware(self.app.wsgi_app, **options)
