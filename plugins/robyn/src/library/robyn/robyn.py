"""Where older code imports these from."""

from robyn.authentication import Identity
from robyn.messages import Headers, Request, Response
