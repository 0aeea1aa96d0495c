"""python -m muster_oracle.routes <framework>: says what many applications serve, and whom they let in where that is asked for.

Each line of the input is `{"folder": …, "config": …, "environments": [{…}, …]}`, with `config` as in an `oracle.json`. Each is answered by one
line, with one entry for each environment: `{"endpoints": [[method, path, implied], …]}` or `{"error": …}`. Where `config` says
`"measured": true`, every endpoint is called and a fourth element says whether it is secured (see `measure`). Every application is imported in a
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
from typing import Any, Dict, List

from .application import load, set_up
from .frameworks import Framework
from .measure import Measurement

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
        return {"endpoints": asyncio.run(_endpoints(framework, folder, config))}
    except BaseException as error:  # whatever keeps it from being served is the answer
        return {"error": f"{type(error).__name__}: {error}"}


async def _endpoints(framework: Framework, folder: Path, config: Dict[str, Any]) -> List[List[Any]]:
    app = await load(framework, folder, config)
    if not config.get("measured"):
        return [[endpoint.method, endpoint.path, endpoint.implied] for endpoint in framework.endpoints_of(app)]
    measurement = Measurement(framework, app, config)
    await set_up(config)
    found = []
    for endpoint in framework.endpoints_of(app):
        secured, _ = await measurement.secured(endpoint)
        found.append([endpoint.method, endpoint.path, endpoint.implied, secured])
    return found


serve()
