"""The radio's list."""
from tornado import web


class Radio(web.RequestHandler):
    def get(self, channel):
        self.write(channel)


default_handlers = [(r"/api/radio/(\d+)", Radio)]
