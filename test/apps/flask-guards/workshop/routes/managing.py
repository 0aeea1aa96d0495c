"""Checks in and around blocks: managers that turn callers away, and those that swallow it."""

import contextlib
from contextlib import ExitStack, contextmanager, suppress

from flask import Blueprint, abort, g, jsonify
from werkzeug.exceptions import Forbidden, HTTPException

bp = Blueprint("managing", __name__)


def check():
    if g.user is None:
        abort(401)


@contextmanager
def guarded():
    check()
    yield


@contextmanager
def guarded_otherwise():
    if g.user is not None:
        yield
    else:
        abort(401)


@contextmanager
def quiet():
    try:
        yield
    except Exception:
        pass


@contextmanager
def watching():
    try:
        yield "watch"
    except Exception:
        g.failed = True
        raise


@contextmanager
def tidy():
    try:
        yield
    finally:
        g.tidy = True


class Quiet:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return True


class OnlyMissingKeys:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return kind is not None and issubclass(kind, KeyError)


class Loud:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        pass


class Gate(contextlib.ContextDecorator):
    def __enter__(self):
        check()

    def __exit__(self, kind, error, traceback):
        return False


@bp.get("/guarded")
def in_guarded():
    with guarded():
        return "in"


@bp.get("/guarded-otherwise")
def in_guarded_otherwise():
    with guarded_otherwise():
        return "in"


@bp.get("/quiet")
def in_quiet():
    with quiet():
        check()
    return "in"


@bp.get("/watching")
def in_watching():
    with watching() as watch:
        check()
    return watch


@bp.get("/watching-inside")
def answered_in_watching():
    with watching() as watch:
        check()
        return watch


@bp.get("/tidy")
def in_tidy():
    with tidy():
        check()
    return "in"


@bp.get("/quiet-class")
def in_quiet_class():
    with Quiet():
        check()
    return "in"


@bp.get("/other-errors")
def in_other_errors():
    with OnlyMissingKeys():
        check()
    return "in"


@bp.get("/loud")
def in_loud():
    with Loud():
        check()
    return "in"


@bp.get("/gate")
def in_gate():
    with Gate():
        return "in"


@bp.get("/suppressed")
def suppressed():
    with suppress(Exception):
        check()
    return "in"


@bp.get("/suppressed-http")
def suppressed_http():
    with contextlib.suppress(HTTPException):
        if g.user is None:
            raise Forbidden()
    return "in"


@bp.get("/suppressed-others")
def suppressed_others():
    with suppress(KeyError, ValueError):
        check()
    return "in"


@bp.get("/quiet-around")
def quiet_around():
    with quiet(), guarded():
        return "in"
    return "in all the same"


@bp.get("/guarded-around")
def guarded_around():
    with guarded(), quiet():
        return "in"
    return "in"


@bp.get("/stack")
def stack():
    with ExitStack() as entered:
        entered.enter_context(guarded())
        return "in"


@bp.get("/quiet-stack")
def quiet_stack():
    with ExitStack() as entered:
        entered.enter_context(quiet())
        check()
    return "in"


@bp.get("/decorated")
@guarded()
def decorated():
    return "in"


@bp.get("/decorated-quietly")
@quiet()
def decorated_quietly():
    check()
    return "in"


@bp.get("/decorated-by-class")
@Gate()
def decorated_by_class():
    return "in"


@bp.get("/made-and-not-entered")
def made_and_not_entered():
    guarded()
    return "in"


@bp.get("/while")
def while_nobody():
    while g.user is None:
        abort(401)
    return "in"


@bp.get("/caught")
def caught():
    try:
        check()
    except HTTPException:
        pass
    return "in"


@bp.get("/caught-others")
def caught_others():
    try:
        check()
    except KeyError:
        pass
    return "in"


@bp.get("/answered-within-try")
def answered_within_try():
    try:
        if g.user is None:
            return jsonify(error="sign in"), 401
    except Exception:
        pass
    return "in"


@bp.get("/answered-finally")
def answered_finally():
    try:
        check()
    finally:
        return "in"
