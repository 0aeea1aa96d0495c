import fastapi from "@muster/plugin-fastapi";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import { compare } from "./compare.ts";

const sources = {
  "main.py": `import os
from fastapi import FastAPI
app = FastAPI(openapi_url=None)
@app.get("/a")
def a(): pass
if os.environ.get("FEATURE") == "on":
    @app.get("/b")
    def b(): pass
`,
};
const differences = (served: Parameters<typeof compare>[3]): Promise<string[]> => compare([python, fastapi], sources, "main:app", served);

test("what is served and listed agrees, implied methods may be missing", async () => {
  expect(await differences([{ method: "GET", path: "/a" }, { method: "HEAD", path: "/a", implied: true }, { method: "GET", path: "/b", when: { FEATURE: "on" } }])).toEqual([]);
});

test("what is not listed, and what is not served, differ", async () => {
  expect(await differences([{ method: "GET", path: "/b" }, { method: "POST", path: "/a" }])).toEqual([
    "- POST /a is served, and is not in the inventory",
    "+ GET /a is in the inventory (main.py:4), and is not served",
  ]);
});

test("what is served in one environment alone must be listed with its condition", async () => {
  expect(await differences([{ method: "GET", path: "/a", when: { FEATURE: "on" } }, { method: "GET", path: "/b" }])).toEqual(['~ GET /a is served under {"FEATURE":"on"} alone, and is listed without a condition']);
});

const guarded = {
  "main.py": `from fastapi import Depends, FastAPI, HTTPException, Request
app = FastAPI(openapi_url=None)
def check(request: Request):
    if request.headers.get("authorization") != "secret":
        raise HTTPException(401)
@app.get("/closed", dependencies=[Depends(check)])
def closed(): pass
@app.get("/open")
def open_(): pass
`,
};
const [closed, open] = [{ method: "GET", path: "/closed" }, { method: "GET", path: "/open" }];

test("whom an operation lets in is compared where it was measured", async () => {
  const postures = (served: Parameters<typeof compare>[3]): Promise<string[]> => compare([python, fastapi], guarded, "main:app", served);
  expect(await postures([{ ...closed, secured: true }, { ...open, secured: false }])).toEqual([]);
  expect(await postures([closed, open])).toEqual([]);
  expect(await postures([{ ...closed, secured: false }, { ...open, secured: true }])).toEqual(["! GET /closed is open, and is called protected", "! GET /open turns strangers away, and is called public"]);
});

test("what was judged is counted, and what stayed unknown of it", async () => {
  const tally = { judged: 0, unknown: 0 };
  await compare([python, fastapi], { "main.py": `${guarded["main.py"]}from house import handler\napp.add_api_route("/house", handler)\n` }, "main:app", [{ ...closed, secured: true }, open, { method: "GET", path: "/house", secured: true }], tally);
  expect(tally).toEqual({ judged: 2, unknown: 1 });
});
