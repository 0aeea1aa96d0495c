class Expelled(Exception):
    """Somebody who is not wanted here."""
