from werkzeug.routing import Map
