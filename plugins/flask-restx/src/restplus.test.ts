import { linkSources, routesOf } from "@muster/plugin-tester/sources";
import flask from "@muster/plugin-flask";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import restx from "./index.ts";

test("what is imported under the library's former name is the same", async () => {
  const code = `from flask import Flask\nfrom flask_restplus import Api, Resource\nfrom flask_restplus.namespace import Namespace\napp = Flask(__name__, static_folder=None)\napi = Api(app, doc=False)\nns = Namespace("a")\n@ns.route("/x")\nclass X(Resource):\n    def get(self):\n        return {}\napi.add_namespace(ns, "/b")\n`;
  expect(routesOf(await linkSources([python, flask, restx], { "main.py": code }))).toContain("GET /b/x");
});
