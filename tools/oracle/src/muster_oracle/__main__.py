"""python -m muster_oracle <oracle.json>: prints the endpoints of one application as JSON."""

import asyncio
import json
import sys
import warnings
from pathlib import Path
from typing import Any, Dict, List

from .application import load, set_up
from .frameworks import Framework
from .measure import Measurement


async def describe(folder: Path, config: Dict[str, Any]) -> List[Dict[str, Any]]:
    framework = Framework(config.get("framework", "fastapi"))
    app = await load(framework, folder, config)
    # Before anything starts a thread: what runs in older ones is not seen.
    measurement = Measurement(framework, app, config)
    await set_up(config)
    rows = []
    for endpoint in framework.endpoints_of(app):
        secured, note = await measurement.secured(endpoint)
        row: Dict[str, Any] = {"method": endpoint.method, "path": endpoint.path, "name": endpoint.name, "hidden": endpoint.hidden, "secured": secured}
        if endpoint.implied:
            row["implied"] = True
        if endpoint.host is not None:
            row["host"] = endpoint.host
        if note is not None:
            row["note"] = note
        rows.append(row)
    return sorted(rows, key=lambda row: (row["path"], row["method"], row.get("host", "")))


def main() -> None:
    warnings.simplefilter("ignore")
    place = Path(sys.argv[1])
    out = sys.stdout
    # What an application prints is not the answer.
    sys.stdout = sys.stderr
    json.dump(asyncio.run(describe(place.parent, json.loads(place.read_text()))), out, indent=2)


main()
