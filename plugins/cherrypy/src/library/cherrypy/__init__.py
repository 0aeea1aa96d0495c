"""CherryPy, as far as trees of pages and the way of a request depend on it."""

import muster
from cherrypy import _cpconfig, dispatch, lib
from cherrypy._cpconfig import Config, popargs
from cherrypy._cperror import CherryPyException, HTTPError, HTTPRedirect, InternalRedirect, NotFound, TimeoutError
from cherrypy._cprequest import Now
from cherrypy._cptools import HandlerTool, HandlerWrapperTool, Tool, Toolbox, default_toolbox
from cherrypy._cptree import Application, Tree, tree
from cherrypy._cpconfig import config, expose

tools = default_toolbox


def _request():
    return Now.request


def _response():
    return Now.response


def _session():
    return Now.session


request = muster.proxy(_request)
response = muster.proxy(_response)
session = muster.proxy(_session)


class _Serving:
    @property
    def request(self):
        return Now.request

    @property
    def response(self):
        return Now.response

    @property
    def session(self):
        return Now.session


serving = _Serving()


def quickstart(root=None, script_name="", config=None):
    if config:
        _cpconfig.config.update(config)
    tree.mount(root, script_name, config)


def url(path="", *args, **kwargs):
    return path
