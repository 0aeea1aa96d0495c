import { linkSources, routesOf } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import flask from "./index.ts";

test("a method of a server's class that registers a blueprint on the application of its module is called", async () => {
  const code = `
import functools
from flask import Blueprint, Flask
app = Flask("dock")
api = Blueprint("api", "api")
@api.get("/ships")
def ships(): return "[]"
class Server:
    def __init__(self, settings):
        self.settings = settings
    def _set_up(self):
        for register in [functools.partial(app.register_blueprint, api, url_prefix="/api")]:
            register()
`;
  expect(routesOf(await linkSources([python, flask], { "main.py": code }))).toContain("GET /api/ships");
});
