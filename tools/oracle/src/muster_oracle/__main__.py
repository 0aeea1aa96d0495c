"""python -m muster_oracle <oracle.json>: prints the endpoints of one application as JSON."""

import asyncio
import importlib
import json
import sys
import warnings
from pathlib import Path
from typing import Any, Dict, List

from .measure import Measurement
from .route_table import endpoints_of


async def describe(app: Any, config: Dict[str, Any]) -> List[Dict[str, Any]]:
    measurement = Measurement(app, config)
    rows = []
    for endpoint in endpoints_of(app):
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
    config = json.loads(place.read_text())
    sys.path.insert(0, str(place.parent / config["source"]))
    module, _, name = config["application"].partition(":")
    app = getattr(importlib.import_module(module), name)
    json.dump(asyncio.run(describe(app, config)), sys.stdout, indent=2)


main()
