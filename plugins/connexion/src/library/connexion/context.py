from muster import proxy, state
from muster_flask import request as request

context = proxy(state)
