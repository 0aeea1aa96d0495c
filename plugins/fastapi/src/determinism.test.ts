import { expect, test } from "vitest";
import { routesOf, type Sources } from "@muster/plugin-tester/sources";
import { linkSources } from "./test-support/link-sources.ts";

/** Several services, circles, star imports, conditions and names that occur twice. */
const sources: Sources = {
  "a/app/__init__.py": "",
  "a/app/main.py": "from fastapi import FastAPI\nfrom app.api import router\nfrom app.settings import settings\napp = FastAPI(title='a')\napp.include_router(router, prefix=settings.prefix)\nif settings.debug:\n    @app.get('/debug')\n    def debug(): pass\n",
  "a/app/settings.py": "from pydantic_settings import BaseSettings\nclass Settings(BaseSettings):\n    prefix: str = '/v1'\n    debug: bool = False\nsettings = Settings()\n",
  "a/app/api/__init__.py": "from fastapi import APIRouter\nfrom . import items, users\nrouter = APIRouter()\nfor module in (users, items):\n    router.include_router(module.router)\n",
  "a/app/api/items.py": "from fastapi import APIRouter, Depends\nfrom ..deps import *\nrouter = APIRouter(prefix='/items', dependencies=[Depends(current_user)])\n@router.get('')\ndef all(): pass\n@router.delete('/{id}')\ndef remove(id: int, user=Depends(current_user)):\n    import store\n    item = store.get(id)\n    if item.owner != user.id:\n        raise PermissionError()\n    store.delete(item)\n",
  "a/app/api/users.py": "from fastapi import APIRouter\nfrom app.api.items import router as items\nrouter = APIRouter(prefix='/users')\n@router.post('')\ndef add(): pass\n",
  "a/app/deps.py": "from fastapi import Depends, HTTPException\nfrom fastapi.security import OAuth2PasswordBearer\nimport jwt\nscheme = OAuth2PasswordBearer(tokenUrl='x')\ndef current_user(token: str = Depends(scheme)):\n    try:\n        return jwt.decode(token, KEY)\n    except jwt.PyJWTError:\n        raise HTTPException(401)\n",
  "b/app/__init__.py": "",
  "b/app/main.py": "from fastapi import FastAPI\nfrom app.settings import prefix\ndef create_app():\n    app = FastAPI(title='b')\n    @app.get(prefix + '/x')\n    def x(): pass\n    return app\n",
  "b/app/settings.py": "import os\nprefix = os.getenv('PREFIX', '/b')\n",
  "b/app/lost.py": "from fastapi import APIRouter\nlost = APIRouter()\n@lost.get('/lost')\ndef f(): pass\n",
  "one.py": "from fastapi import APIRouter\nimport two\nrouter = APIRouter()\n@router.get('/one')\ndef one(): pass\n",
  "two.py": "from fastapi import FastAPI\nimport one\napp = FastAPI()\napp.include_router(one.router)\n@app.get('/two')\ndef two(): pass\n",
};

/** The nth order of the paths: a fixed, well mixed permutation. */
function shuffled(seed: number): Sources {
  const rest = Object.entries(sources);
  const out: [string, string][] = [];
  let state = seed * 2_654_435_761 + 1;
  while (rest.length > 0) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    out.push(...rest.splice(state % rest.length, 1));
  }
  return Object.fromEntries(out);
}

async function modelText(files: Sources): Promise<string> {
  const model = await linkSources(files);
  return JSON.stringify([model, model.endpoints.map((endpoint) => model.trace(endpoint.id))], undefined, 1);
}

test("the fixture is worth shuffling", async () => {
  const model = await linkSources(sources);
  expect(model.applications.map((one) => one.name)).toHaveLength(3);
  expect(routesOf(model)).toEqual(expect.arrayContaining(["DELETE /v1/items/{id}", "GET /b/x", "GET /debug", "GET /one", "GET /two", "GET /v1/items", "POST /v1/users"]));
  expect(model.coverage.unresolved.map((one) => one.reason).join()).toContain("lost");
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])("files in order %i give the same model and traces, byte by byte", async (seed) => {
  expect(await modelText(shuffled(seed))).toBe(await modelText(sources));
});

test("linking twice gives the same bytes", async () => {
  expect(await modelText(sources)).toBe(await modelText(sources));
});
