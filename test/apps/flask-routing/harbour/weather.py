import flask

weather = flask.Flask(__name__, static_folder="charts", static_url_path="")


@weather.get("/now")
def now():
    return "fog"
