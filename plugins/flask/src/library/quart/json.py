from muster_flask import jsonify
