from muster_flask import Response
