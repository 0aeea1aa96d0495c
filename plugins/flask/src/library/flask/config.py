from muster_flask import Config
