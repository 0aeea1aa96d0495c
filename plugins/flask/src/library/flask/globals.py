from muster import proxy
from muster_flask import application, g, request, session

current_app = proxy(application)
app_ctx = None
request_ctx = None
