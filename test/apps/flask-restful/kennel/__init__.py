"""A kennel: the resources of Flask-RESTful."""
