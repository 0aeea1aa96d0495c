import type { Endpoint } from "@muster/contract";
import { applyEdits } from "@muster/contract";
import { expect, test } from "vitest";
import { endpoint, guard, model } from "../../test/model.ts";
import { attachGuard } from "./attach-guard.ts";
import { dependenciesExtractor } from "./written-dependencies.ts";

const text = `@app.patch("/items/{id}")
def change(id: int, user=Depends(get_user)): ...
@app.post("/items")
def add(user=Depends(get_user)): ...
@app.delete("/items/{id}")
def drop(id: int): ...
@app.put("/items/{id}", dependencies=[Depends(count)])
def put(id: int): ...
@app.post("/seen/")
def seen(user: Annotated[User, Security(deps.get_user)]): ...
`;
const lines = text.split("\n");
const spanOf = (line: number, part: string) => {
  const column = (lines[line - 1] ?? "").indexOf(part) + 1;
  return { path: "app/main.py", line, column, endLine: line, endColumn: column + part.length };
};
const routeAt = (line: number): Partial<Endpoint> => ({ span: spanOf(line, (lines[line - 1] ?? "").slice(1)) });
const guardedAt = (line: number, dependency: string, name = "app.deps.get_user"): Partial<Endpoint> => ({
  ...routeAt(line - 1),
  posture: "protected",
  guards: [guard({ name, layer: "handler", proof: [{ span: spanOf(line, dependency), note: "depends on it" }] })],
});
const change = endpoint("PATCH /items/{id}", guardedAt(2, "user=Depends(get_user)"));
const add = endpoint("POST /items", guardedAt(4, "user=Depends(get_user)"));
const drop = endpoint("DELETE /items/{id}", routeAt(5));
const fact = dependenciesExtractor.extract({ file: { path: "app/main.py", size: text.length, role: "source" }, bytes: Buffer.from(text), text: () => text, options: null });
const fixOf = (open: Endpoint, ...others: readonly Endpoint[]) => attachGuard(open, { ...model([open, ...others]), facts: () => (fact === undefined ? [] : [{ path: "app/main.py", fact }]) });

test("the dependency that guards the other routes of the module is attached to the open one", () => {
  const fix = fixOf(drop, change, add);
  expect(fix?.title).toBe("Add `dependencies=[Depends(get_user)]`, which guards the other routes of this module");
  expect(applyEdits(text, fix?.edits ?? []).split("\n")[4]).toBe('@app.delete("/items/{id}", dependencies=[Depends(get_user)])');
});

test("where the others have several, or are few, it takes a decision", () => {
  expect(fixOf(drop, change, add, endpoint("POST /seen/", guardedAt(10, "Security(deps.get_user)")))).toBeUndefined();
  expect(fixOf(drop, change)).toBeUndefined();
  expect(fixOf(drop, change, endpoint("POST /items", { ...routeAt(3), posture: "protected", guards: [guard({ requires: [{ kind: "role", values: ["admin"] }] })] }))).toBeUndefined();
});

test("a decorator that attaches something by itself is left alone", () => {
  expect(fixOf(endpoint("PUT /items/{id}", routeAt(7)), change, add)).toBeUndefined();
});

test("routes of other files say nothing of this one's module", () => {
  const elsewhere = (one: Endpoint): Endpoint => ({ ...one, span: { ...one.span, path: "app/other.py" } });
  expect(fixOf(drop, elsewhere(change), elsewhere(add))).toBeUndefined();
});
