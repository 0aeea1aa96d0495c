"""A bakehouse: namespaces and resources of Flask-RESTX."""
