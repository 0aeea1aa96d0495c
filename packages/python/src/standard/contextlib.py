"""What managers of the standard library do around a block: those that a generator makes, those that decorate, and those that swallow."""

from functools import wraps

from muster_contextlib import enter, exit, swallows


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class AsyncContextDecorator(ContextDecorator):
    pass


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class AbstractAsyncContextManager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_value, traceback):
        return None


class _GeneratorContextManager(ContextDecorator):
    """`with` runs its block where the generator yields."""

    def __init__(self, func, args, kwds):
        self.func = func
        self.args = args
        self.kwds = kwds

    def __enter__(self):
        return enter(self.func, *self.args, **self.kwds)

    def __exit__(self, exc_type, exc_value, traceback):
        if exc_value is None:
            return None
        return exit(exc_value, self.func, *self.args, **self.kwds)

    __aenter__ = __enter__
    __aexit__ = __exit__


def contextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return helper


asynccontextmanager = contextmanager


class suppress:
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        return None

    def __exit__(self, exc_type, exc_value, traceback):
        return swallows(exc_value, self._exceptions)


class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class ExitStack:
    def __init__(self):
        self._entered = []

    def __enter__(self):
        return self

    def enter_context(self, cm):
        self._entered.append(cm)
        return cm.__enter__()

    def push(self, exit):
        self._entered.append(exit)
        return exit

    def callback(self, callback, /, *args, **kwds):
        return callback

    def close(self):
        return None

    def __exit__(self, exc_type, exc_value, traceback):
        for cm in self._entered:
            leave = getattr(cm, "__exit__", None) or cm.__aexit__
            if leave(exc_type, exc_value, traceback):
                return True
        return None


class AsyncExitStack(ExitStack):
    async def enter_async_context(self, cm):
        self._entered.append(cm)
        return await cm.__aenter__()

    def push_async_callback(self, callback, /, *args, **kwds):
        return callback

    async def aclose(self):
        return None
