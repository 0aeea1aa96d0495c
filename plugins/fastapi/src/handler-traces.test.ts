import type { Condition, HandlerTrace, Term, TraceEvent } from "@muster/contract";
import { expect, test } from "vitest";
import { traceOf, type Sources } from "@muster/plugin-tester/sources";
import { linkSources } from "./test-support/link-sources.ts";

const preamble = `
from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request
from fastapi.security import OAuth2PasswordBearer
from pydantic import BaseModel
import jwt, store
app = FastAPI()
scheme = OAuth2PasswordBearer(tokenUrl="login")
def current_user(token: str = Depends(scheme)):
    user = store.find_user(token)
    if user is None:
        raise HTTPException(status_code=401)
    return user
`;

/** What the only POST or DELETE handler under /x does. */
async function run(code: string, others: Sources = {}, route = "POST /x"): Promise<HandlerTrace> {
  return traceOf(await linkSources({ "main.py": preamble + code, ...others }), route);
}

/** A term as Python would write it, roughly. */
function shown(term: Term): string {
  switch (term.kind) {
    case "const":
      return JSON.stringify(term.value);
    case "input":
      return `<${term.source} ${term.name}>`;
    case "principal":
      return `<principal ${term.guard}>`;
    case "symbol":
      return term.name;
    case "instance":
      return `${term.class}(${term.attributes.map((one) => `${one.name}=${shown(one.value)}`).join(", ")})`;
    case "attribute":
      return `${shown(term.of)}.${term.name}`;
    case "item":
      return `${shown(term.of)}[${shown(term.key)}]`;
    case "call":
      return `${shown(term.callee)}(${[...term.args.map(shown), ...term.keywords.map((one) => `${one.name}=${shown(one.value)}`)].join(", ")})`;
    case "operation":
      return `(${term.operands.map(shown).join(` ${term.operator} `)})`;
    case "collection":
      return `${term.type}[${term.items.map(shown).join(", ")}]`;
    case "dict":
      return `{${term.entries.map((entry) => `${shown(entry.key)}: ${shown(entry.value)}`).join(", ")}}`;
    case "template":
      return `f(${term.parts.map(shown).join(" ")})`;
    case "element":
      return `each of ${shown(term.of)}`;
    case "either":
      return term.options.map(shown).join(" | ");
    case "unknown":
      return "?";
    default:
      return term satisfies never;
  }
}

function did(event: TraceEvent): string {
  switch (event.kind) {
    case "call":
      return shown(event.call);
    case "set-attribute":
      return `${shown(event.target)}.${event.name} = ${shown(event.value)}`;
    case "delete":
      return `del ${shown(event.target)}`;
    default:
      return event satisfies never;
  }
}

const under = (conditions: readonly Condition[]): string[] => conditions.map((one) => `${one.holds ? "" : "not "}${shown(one.term)}`);

function event(trace: HandlerTrace, name: string): TraceEvent {
  const found = trace.events.find((one) => did(one).includes(name));
  if (!found) throw new Error(`No event ${name}, only: ${trace.events.map(did).join("; ")}`);
  return found;
}

test("calls into libraries are events, in order, with inputs as terms", async () => {
  const trace = await run(`
@app.post("/x/{item_id}")
def x(item_id: int, q: str):
    item = store.get(item_id)
    store.put(item, q=q)
`, {}, "POST /x/{item_id}");
  expect(trace.events.map(did)).toEqual(["store.get(<path item_id>)", "store.put(store.get(<path item_id>), q=<query q>)"]);
  expect(trace.events.map((one) => one.index)).toEqual([0, 1]);
});

test("a body and a field of it", async () => {
  const trace = await run(`
class Item(BaseModel):
    name: str
@app.post("/x")
def x(item: Item):
    store.put(item.name)
`);
  expect(did(event(trace, "store.put"))).toBe("store.put(<body item>.name)");
});

test("what a guard hands on is the principal", async () => {
  const trace = await run(`
@app.post("/x")
def x(user = Depends(current_user)):
    store.put(user.id)
`);
  expect(did(event(trace, "store.put"))).toBe("store.put(<principal main.current_user>.id)");
});

test("what a database dependency hands on is no principal", async () => {
  const trace = await run(`
def session():
    with store.Session() as s:
        yield s
@app.post("/x")
def x(s = Depends(session)):
    s.commit()
`);
  expect(did(event(trace, "commit"))).not.toContain("principal");
});

test("an event under a condition says so", async () => {
  const trace = await run(`
@app.post("/x")
def x(q: str):
    if q == "a":
        store.first()
    else:
        store.second()
    store.third()
`);
  expect(under(event(trace, "first").under)).toEqual(['(<query q> == "a")']);
  expect(under(event(trace, "second").under)).toEqual(['not (<query q> == "a")']);
  expect(under(event(trace, "third").under)).toEqual([]);
});

test("a check that ends the request is in force for what follows, with the status of its other branch", async () => {
  const trace = await run(`
@app.post("/x")
def x(item_id: int, user = Depends(current_user)):
    item = store.get(item_id)
    if item.owner_id != user.id:
        raise HTTPException(status_code=403)
    store.delete(item)
`);
  const [condition] = event(trace, "store.delete").under.slice(-1);
  expect(condition && shown(condition.term)).toBe("(store.get(<query item_id>).owner_id != <principal main.current_user>.id)");
  expect(condition).toMatchObject({ holds: false, otherwise: { kind: "raise", status: 403 } });
});

test("a check whose branch comes back is not in force afterwards", async () => {
  const trace = await run(`
@app.post("/x")
def x(item_id: int, user = Depends(current_user)):
    item = store.get(item_id)
    if item.owner_id != user.id:
        store.warn()
    store.delete(item)
`);
  expect(under(event(trace, "store.delete").under).filter((text) => text.includes("owner_id"))).toEqual([]);
});

test("a check by an early return is in force for what follows", async () => {
  const trace = await run(`
@app.post("/x")
def x(q: str):
    if not q:
        return None
    store.delete(q)
`);
  expect(event(trace, "store.delete").under).toMatchObject([{ holds: false, otherwise: { kind: "return" } }]);
});

test("a check of a dependency is in force in the handler", async () => {
  const trace = await run(`
def owned(item_id: int, user = Depends(current_user)):
    item = store.get(item_id)
    if item.owner_id != user.id:
        raise HTTPException(status_code=403)
    return item
@app.post("/x/{item_id}")
def x(item = Depends(owned)):
    store.delete(item)
`, {}, "POST /x/{item_id}");
  expect(under(event(trace, "store.delete").under).some((text) => text.includes("owner_id"))).toBe(true);
});

test("a check of a dependency that is only attached is in force too", async () => {
  const trace = await run(`
def check(item_id: int, user = Depends(current_user)):
    if store.get(item_id).owner_id != user.id:
        raise HTTPException(status_code=403)
@app.post("/x/{item_id}", dependencies=[Depends(check)])
def x(item_id: int):
    store.delete(item_id)
`, {}, "POST /x/{item_id}");
  expect(under(event(trace, "store.delete").under).some((text) => text.includes("owner_id"))).toBe(true);
});

test("a service in another file is entered, and the way there is told", async () => {
  const trace = await run(
    `
from services.items import ItemService
@app.post("/x")
def x(q: str):
    ItemService(store).remove(q)
`,
    { "services/__init__.py": "", "services/items.py": "class ItemService:\n    def __init__(self, db):\n        self.db = db\n    def remove(self, key):\n        self._log(key)\n        self.db.delete(key)\n    def _log(self, key):\n        print(key)\n" },
  );
  const found = event(trace, "store.delete");
  expect(did(found)).toBe("store.delete(<query q>)");
  expect(found.span.path).toBe("services/items.py");
  expect(found.through).toMatchObject([{ span: { path: "main.py" } }]);
});

test("the way through two services is told from the handler inwards", async () => {
  const trace = await run(
    `
import one
@app.post("/x")
def x():
    one.first()
`,
    { "one.py": "import two\ndef first():\n    two.second()\n", "two.py": "import store\ndef second():\n    store.go()\n" },
  );
  expect(event(trace, "store.go").through.map((step) => step.span.path)).toEqual(["main.py", "one.py"]);
});

test("a check in a service raises for the handler", async () => {
  const trace = await run(
    `
import service
@app.post("/x")
def x(q: str, user = Depends(current_user)):
    service.check(q, user)
    store.delete(q)
`,
    { "service.py": "from fastapi import HTTPException\nimport store\ndef check(q, user):\n    if store.get(q).owner_id != user.id:\n        raise HTTPException(status_code=404)\n" },
  );
  const conditions = event(trace, "store.delete").under;
  expect(under(conditions).some((text) => text.includes("owner_id"))).toBe(true);
  expect(trace.exits).toContainEqual(expect.objectContaining({ kind: "raise", status: 404 }));
});

test("an exit names the events that happened on every way to it", async () => {
  const trace = await run(`
@app.post("/x")
def x(q: str):
    store.always()
    if q:
        store.sometimes()
    store.finally_()
    return 1
`);
  const names = (indexes: readonly number[]): string[] => indexes.map((index) => did(trace.events[index] as TraceEvent));
  const exit = trace.exits.find((one) => one.kind === "return");
  expect(names(exit?.after ?? [])).toEqual(["store.always()", "store.finally_()"]);
});

test("an event after a raise is not on the way to it", async () => {
  const trace = await run(`
@app.post("/x")
def x(q: str):
    if q:
        raise HTTPException(status_code=400)
    store.go()
    return 1
`);
  const raised = trace.exits.find((one) => one.kind === "raise");
  expect(raised).toMatchObject({ status: 400, after: [] });
  expect(under(raised?.under ?? [])).toEqual(["<query q>"]);
});

test("what both branches did happened before the end", async () => {
  const trace = await run(`
def log(): store.log()
@app.post("/x")
def x(q: str):
    store.before()
    if q:
        log()
        return 1
    log()
    return 2
`);
  expect(trace.exits.map((exit) => exit.after.length)).toEqual([2, 2]);
});

test("events in a loop of unknown length are marked", async () => {
  const trace = await run(`
@app.post("/x")
def x():
    for item in store.all():
        store.delete(item)
    store.done()
`);
  expect(event(trace, "store.delete").looped).toBe(true);
  expect(did(event(trace, "store.delete"))).toBe("store.delete(each of store.all())");
  expect(event(trace, "store.done").looped).toBe(false);
});

test("a loop over known values runs each of them, without a mark", async () => {
  const trace = await run(`
@app.post("/x")
def x():
    for name in ["a", "b"]:
        store.put(name)
`);
  expect(trace.events.map((one) => [did(one), one.looped])).toEqual([['store.put("a")', false], ['store.put("b")', false]]);
});

test("an event of a loop of unknown length is not certain at the end", async () => {
  const trace = await run(`
@app.post("/x")
def x():
    for item in store.all():
        store.delete(item)
    return 1
`);
  const deletion = event(trace, "store.delete").index;
  expect(trace.exits.every((exit) => !exit.after.includes(deletion))).toBe(true);
});

test("an attribute that is set on what a library gave is an event", async () => {
  const trace = await run(`
@app.post("/x")
def x(q: str):
    item = store.get(q)
    item.name = "new"
    setattr(item, "size", 1)
    del item.old
`);
  expect(trace.events.slice(1).map(did)).toEqual(['store.get(<query q>).name = "new"', "store.get(<query q>).size = 1", "del store.get(<query q>).old"]);
});

test("an attribute of an own object is none", async () => {
  const trace = await run(`
class Box: pass
@app.post("/x")
def x(q: str):
    box = Box()
    box.name = q
`);
  expect(trace.events).toEqual([]);
});

test("except catches what the body raised, and both ways go on", async () => {
  const trace = await run(`
@app.post("/x")
def x(q: str):
    try:
        store.risky()
    except Exception:
        store.rescue()
    store.go()
`);
  const go = event(trace, "store.go");
  expect(under(go.under)).toEqual([]);
  expect(trace.exits.every((exit) => !exit.after.includes(event(trace, "store.rescue").index))).toBe(true);
});

test("an event in finally happens on every way", async () => {
  const trace = await run(`
@app.post("/x")
def x(q: str):
    try:
        store.risky()
    finally:
        store.close()
    return 1
`);
  expect(trace.exits.filter((exit) => exit.kind === "return").every((exit) => exit.after.includes(event(trace, "store.close").index))).toBe(true);
});

test("a background task is an event with what it will run", async () => {
  const trace = await run(`
from fastapi import BackgroundTasks
def notify(q): store.send(q)
@app.post("/x")
def x(q: str, tasks: BackgroundTasks):
    tasks.add_task(notify, q)
`);
  expect(trace.events.map(did).join()).toMatch(/add_task\(main\.notify, <query q>\)|store\.send/);
});

test("a method on an awaited call", async () => {
  const trace = await run(`
@app.post("/x")
async def x(q: str):
    item = await store.get(q)
    await item.remove()
`);
  expect(trace.events.map(did)).toEqual(["store.get(<query q>)", "store.get(<query q>).remove()"]);
});

test("a coroutine that is not awaited does nothing", async () => {
  const trace = await run(`
async def remove(q): store.delete(q)
@app.post("/x")
async def x(q: str):
    remove(q)
`);
  expect(trace.events).toEqual([]);
});

test("a coroutine in a task does what it does", async () => {
  const trace = await run(`
import asyncio
async def audit(q): store.audit(q)
@app.post("/x")
async def x(q: str):
    asyncio.create_task(audit(q))
`);
  expect(trace.events.map(did)).toContain("store.audit(<query q>)");
});

test("a handler wrapped by a decorator of the repository is traced through it", async () => {
  const trace = await run(`
import functools
def audited(fn):
    @functools.wraps(fn)
    def inner(*args, **kwargs):
        store.audit()
        return fn(*args, **kwargs)
    return inner
@app.post("/x")
@audited
def x(q: str):
    store.go(q)
`);
  expect(trace.events.map(did)).toEqual(["store.audit()", "store.go(<query q>)"]);
});

test("the trace of a safe method is made when it is asked for, and stays the same", async () => {
  const model = await linkSources({ "main.py": `${preamble}\n@app.get("/x")\ndef x(q: str):\n    store.read(q)\n` });
  const first = traceOf(model, "GET /x");
  expect(first.events.map(did)).toEqual(["store.read(<query q>)"]);
  expect(traceOf(model, "GET /x")).toBe(first);
});

test("an id that does not exist has no trace", async () => {
  const model = await linkSources({ "main.py": `${preamble}\n@app.get("/x")\ndef x(): pass\n` });
  expect(model.trace("nothing")).toBeUndefined();
});
