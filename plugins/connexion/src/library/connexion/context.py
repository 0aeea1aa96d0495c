from muster import proxy, state
from muster_flask import request as request


def _context():
    return state()


context = proxy(_context)
