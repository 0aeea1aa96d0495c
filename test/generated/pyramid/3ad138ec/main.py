import os
from pyramid.config import Configurator
from pyramid.response import Response
from pyramid.view import view_config, view_defaults
config = Configurator()
if os.environ.get("FEATURE") == "on":
    def set_up_2(config):
        def answer_3(request):
            return Response("answer")
        config.add_route("r3", "/f3/*rest3")
        config.add_view(answer_3, route_name="r3", request_method="GET")
    with config.route_prefix_context("/b2"):
        config.include(set_up_2)
def answer_6(request):
    return Response("answer")
config.add_route("r6", "/n6/{item6:\\d+}/more")
config.add_view(answer_6, route_name="r6", request_method="GET")
app = config.make_wsgi_app()
