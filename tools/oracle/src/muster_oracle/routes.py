"""python -m muster_oracle.routes <framework>: says what many applications serve, without calling them.

Each line of the input is `{"folder": …, "config": …, "environments": [{…}, …]}`, with `config` as in an `oracle.json`. Each is answered by one
line, with one entry for each environment: `{"endpoints": [[method, path, implied], …]}` or `{"error": …}`. Every application is imported in a
fork of its own, so that none sees what another left behind, and the framework is imported once.
"""

import asyncio
import gc
import json
import os
import signal
import sys
import warnings
from pathlib import Path
from typing import Any, Dict

from .application import load
from .frameworks import Framework

SECONDS = 20


def serve() -> None:
    warnings.simplefilter("ignore")
    framework = Framework(sys.argv[1])
    framework.preload()
    gc.freeze()
    for line in sys.stdin:
        asked = json.loads(line)
        answers = [_in_child(framework, Path(asked["folder"]), asked["config"], variables) for variables in asked["environments"]]
        print(json.dumps(answers), flush=True)


def _in_child(framework: Framework, folder: Path, config: Dict[str, Any], variables: Dict[str, str]) -> Dict[str, Any]:
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        signal.alarm(SECONDS)
        gc.disable()
        with os.fdopen(write, "w") as out:
            json.dump(_answer(framework, folder, config, variables), out)
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as out:
        text = out.read()
    os.waitpid(child, 0)
    return json.loads(text) if text else {"error": "the process that imported it ended without an answer"}


def _answer(framework: Framework, folder: Path, config: Dict[str, Any], variables: Dict[str, str]) -> Dict[str, Any]:
    os.environ.update(variables)
    # What an application prints is not the answer.
    sys.stdout = sys.stderr
    try:
        app = asyncio.run(load(framework, folder, config))
        return {"endpoints": [[endpoint.method, endpoint.path, endpoint.implied] for endpoint in framework.endpoints_of(app)]}
    except BaseException as error:  # whatever keeps it from being served is the answer
        return {"error": f"{type(error).__name__}: {error}"}


serve()
