from muster_flask import Request
