import type { LinkedModel } from "@muster/contract";
import { linkSources, type Sources } from "@muster/plugin-tester/sources";
import { KeptRuns } from "@muster/python";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import fastapi from "./index.ts";

const base: Sources = {
  "app/__init__.py": "",
  "app/settings.py": 'class Settings:\n    secret: str = "x"\n    open = False\n\n\nsettings = Settings()\n',
  "app/deps.py": "from fastapi import Depends, HTTPException\nfrom fastapi.security import OAuth2PasswordBearer\nimport jwt\nfrom .settings import settings\n\nscheme = OAuth2PasswordBearer(tokenUrl=\"token\")\n\n\ndef user(token: str = Depends(scheme)):\n    try:\n        return jwt.decode(token, settings.secret, algorithms=[\"HS256\"])\n    except jwt.PyJWTError:\n        raise HTTPException(401)\n\n\nclass Role:\n    def __init__(self, name):\n        self.name = name\n\n    def __call__(self, who=Depends(user)):\n        if self.name not in who[\"roles\"]:\n            raise HTTPException(403)\n        return who\n",
  "app/store.py": "from sqlalchemy import delete, select\nfrom .models import Item\n\n\ndef remove(session, key, who):\n    session.execute(delete(Item).where(Item.id == key, Item.owner == who[\"sub\"]))\n\n\ndef listed(session):\n    return session.scalars(select(Item)).all()\n\n\ndef unused():\n    return 1\n",
  "app/models.py": "from sqlalchemy.orm import DeclarativeBase, Mapped\n\n\nclass Base(DeclarativeBase):\n    pass\n\n\nclass Item(Base):\n    __tablename__ = \"items\"\n    id: Mapped[int]\n    owner: Mapped[str]\n",
  "app/items.py": "from fastapi import APIRouter, Depends\nfrom . import store\nfrom .deps import Role, user\n\nrouter = APIRouter(prefix=\"/items\")\ncache = {}\n\n\n@router.delete(\"/{key}\")\ndef remove(key: int, session=None, who=Depends(user)):\n    store.remove(session, key, who)\n\n\n@router.get(\"/\")\ndef listed(session=None):\n    return store.listed(session)\n\n\n@router.post(\"/purge\")\ndef purge(session=None, who=Depends(Role(\"admin\"))):\n    cache.clear()\n    return store.unused\n",
  "app/main.py": "from fastapi import FastAPI\nfrom starlette.middleware.base import BaseHTTPMiddleware\nfrom .items import router\n\n\nclass Trace(BaseHTTPMiddleware):\n    async def dispatch(self, request, call_next):\n        return await call_next(request)\n\n\napp = FastAPI()\napp.add_middleware(Trace)\napp.include_router(router)\n",
};

type Edit = readonly [what: string, path: string, before: string, after: string];

/** Each stands on those before it. */
const edits: readonly Edit[] = [
  ["lines move", "app/items.py", "@router.get", "# All of them.\n@router.get"],
  ["a function that nothing runs changes", "app/store.py", "return 1", "return 2"],
  ["a model gets a column", "app/models.py", "    owner:", "    title: Mapped[str]\n    owner:"],
  ["a function that a handler runs changes", "app/store.py", ", Item.owner == who[\"sub\"]", ""],
  ["a dependency stops refusing", "app/deps.py", "        raise HTTPException(401)", "        return None"],
  ["and refuses again", "app/deps.py", "        return None", "        raise HTTPException(401)"],
  ["a default of an attribute of a global object changes", "app/settings.py", 'secret: str = "x"', 'secret: str = "y"'],
  ["a role becomes another", "app/items.py", 'Role("admin")', 'Role("owner")'],
  ["middleware turns callers away", "app/main.py", "        return await", "        if request.headers.get(\"x-token\") != \"s3cret\":\n            raise PermissionError\n        return await"],
  ["and lets pass by a setting", "app/main.py", "        if request.headers", "        if not settings.open and request.headers"],
  ["the setting comes", "app/main.py", "from .items", "from .settings import settings\nfrom .items"],
  ["it is on", "app/settings.py", "open = False", "open = True"],
  ["a router gets a dependency", "app/items.py", 'APIRouter(prefix="/items")', 'APIRouter(prefix="/items", dependencies=[Depends(user)])'],
  ["a handler changes a global object", "app/items.py", "    return store.listed(session)", "    cache[\"all\"] = store.listed(session)\n    return cache[\"all\"]"],
  ["another reads it", "app/items.py", "    cache.clear()", "    if \"all\" in cache:\n        store.remove(session, 1, who)\n    cache.clear()"],
  ["a dependency is replaced", "app/main.py", "app.add_middleware", "app.dependency_overrides[user] = lambda: {\"sub\": \"x\"}\napp.add_middleware"],
  ["by what is imported", "app/main.py", "from .settings", "from .deps import user\nfrom .settings"],
];

/** Everything that is said of the endpoints. */
function said(model: LinkedModel): unknown {
  return JSON.parse(JSON.stringify({ endpoints: model.endpoints, coverage: model.coverage, consulted: model.consulted, dataModels: model.dataModels, calls: model.calls, traces: model.endpoints.map(({ id }) => model.trace(id)) }));
}

test("what is taken over from the commit before is what linking from nothing comes to", async () => {
  const memory = new Map<string, unknown>();
  const sources: Record<string, string> = { ...base };
  const taken: Record<string, number> = {};
  said(await linkSources([python, fastapi], sources, {}, memory));
  for (const [what, path, before, after] of edits) {
    const text = sources[path] ?? "";
    expect(text, what).toContain(before);
    sources[path] = text.replace(before, () => after);
    expect(said(await linkSources([python, fastapi], sources, {}, memory)), what).toEqual(said(await linkSources([python, fastapi], sources)));
    const kept = memory.get("runs");
    taken[what] = kept instanceof KeptRuns ? kept.counts.taken : -1;
  }
  // Each endpoint is judged and traced; one hands on the function that nothing runs.
  expect(taken["lines move"]).toBe(14);
  expect(taken["a function that nothing runs changes"]).toBe(13);
  expect(taken["a dependency stops refusing"]).toBeLessThan(13);
});
