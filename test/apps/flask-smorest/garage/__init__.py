"""A garage: blueprints of Flask-Smorest."""
