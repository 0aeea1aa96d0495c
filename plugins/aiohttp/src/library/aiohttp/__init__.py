"""What of aiohttp decides which routes a server has, and how requests reach them."""

from . import web
