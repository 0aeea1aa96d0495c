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
