import { linkSources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import tornado from "./index.ts";

const preamble = `
import os
import tornado.web
from tornado.web import authenticated, HTTPError, RequestHandler
SESSIONS = {"a": "root"}
class Base(RequestHandler):
    def get_current_user(self):
        return SESSIONS.get(self.get_cookie("sid"))
`;

async function postureOf(code: string): Promise<string> {
  const { endpoints } = await linkSources([python, tornado], { "main.py": `${preamble}${code}\napp = tornado.web.Application([(r"/x", X)], login_url="/login")\n` });
  const found = endpoints.find((endpoint) => endpoint.path === "/x");
  return found?.posture ?? "missing";
}

test.each([
  ["a status that is set without an answer", `class X(Base):\n    def get(self):\n        if not self.current_user:\n            self.set_status(401)\n            return\n        self.write("in")`],
  ["a status that is one of several refusals", `class X(Base):\n    def get(self):\n        if self.get_cookie("sid") is None:\n            self.set_status(401)\n        elif not self.current_user:\n            self.set_status(403)\n        else:\n            self.write("in")`],
  ["Finish after a status", `from tornado.web import Finish\nclass X(Base):\n    def prepare(self):\n        if not self.current_user:\n            self.set_status(401)\n            raise Finish()\n    def get(self): self.write("in")`],
  ["a coroutine of before async", `from tornado import gen\nclass X(Base):\n    @gen.coroutine\n    def check(self):\n        if not self.current_user:\n            raise HTTPError(401)\n    @gen.coroutine\n    def get(self):\n        yield self.check()\n        self.write("in")`],
  ["authenticated with a signed cookie", `class X(RequestHandler):\n    def get_current_user(self):\n        return self.get_signed_cookie("user")\n    @authenticated\n    def get(self): self.write("in")`],
  ["a token in the query that is looked up", `class X(RequestHandler):\n    def get(self):\n        if self.get_argument("token") not in SESSIONS:\n            raise HTTPError(403)\n        self.write("in")`],
])("protects: %s", async (_claim, code) => {
  expect(await postureOf(code)).toBe("protected");
});

test.each([
  ["a user that is everybody", `class X(RequestHandler):\n    def get_current_user(self):\n        return "guest"\n    @authenticated\n    def get(self): self.write("in")`],
  ["a prepare that an override never calls", `class Closed(Base):\n    def prepare(self):\n        if not self.current_user:\n            raise HTTPError(403)\nclass X(Closed):\n    def prepare(self): pass\n    def get(self): self.write("in")`],
  ["a user that is nobody only under a setting", `class X(Base):\n    def prepare(self):\n        self.user = "guest"\n        if os.environ.get("STRICT"):\n            self.user = self.get_current_user()\n    def get(self):\n        if not self.user:\n            raise HTTPError(401)\n        self.write("in")`],
  ["a status that is set under a setting", `class X(Base):\n    def get(self):\n        if os.environ.get("CLOSED"):\n            self.set_status(403)\n        self.write("in")`],
  ["a status that is put back", `class X(Base):\n    def get(self):\n        if not self.current_user:\n            self.set_status(401)\n        self.set_status(200)\n        self.write("in")`],
  ["a check of the origin", `from tornado.websocket import WebSocketHandler\nclass X(WebSocketHandler):\n    def check_origin(self, origin):\n        return origin == "https://dock.example"\n    def open(self): self.write_message("in")`],
  ["a redirect that everybody gets", `class X(Base):\n    def get(self):\n        self.redirect("/home")`],
  ["a parameter that anybody can choose", `KINDS = {"ship": 1}\nclass X(RequestHandler):\n    def get(self):\n        if self.get_argument("kind") not in KINDS:\n            raise HTTPError(403)\n        self.write("in")`],
  ["a status in a finished answer to those who ask nicely", `class X(RequestHandler):\n    def get(self):\n        if self.get_argument("format") == "none":\n            self.set_status(403)\n            self.finish()\n            return\n        self.write("in")`],
])("does not protect: %s", async (_claim, code) => {
  expect(await postureOf(code)).not.toBe("protected");
});

test.each([
  ["a user that a handler of any exception forgets", `        try:\n            self.user = await find(self.get_cookie("sid"))\n        except Exception:\n            self.user = None\n`, "protected"],
  ["a user that one forgets which raises again", `        try:\n            try:\n                self.user = await find(self.get_cookie("sid"))\n            except Exception:\n                self.user = None\n                raise\n        except Exception:\n            self.user = None\n`, "protected"],
  ["a user that is nobody only where something is raised", `        self.user = "guest"\n        try:\n            note(self.request.path)\n        except Exception:\n            self.user = None\n`, "unknown"],
])("what a handler sets that may not run is not all there is: %s", async (_claim, prepare, posture) => {
  expect(await postureOf(`from elsewhere import find, note\nclass X(Base):\n    async def prepare(self):\n${prepare}    @property\n    def current_user(self):\n        return self.user\n    @authenticated\n    def get(self): self.write("in")`)).toBe(posture);
});

test("rules of an unknown prefix are listed with their hole and reported", async () => {
  const model = await linkSources([python, tornado], {
    "main.py": `import tornado.web\nfrom conf import base\nclass H(tornado.web.RequestHandler):\n    def get(self): pass\napp = tornado.web.Application([(base + r"/x/(\\d+)", H)])\n`,
  });
  expect(model.endpoints.map((endpoint) => endpoint.path)).toEqual(["{?}/x/{0}"]);
  expect(model.coverage.unresolved.map((one) => one.what)).toEqual(["route"]);
});

test("a handler that is named by a text is imported", async () => {
  const model = await linkSources([python, tornado], {
    "main.py": `import tornado.web\napp = tornado.web.Application([(r"/x", "handlers.H")])\n`,
    "handlers.py": `from tornado.web import RequestHandler\nclass H(RequestHandler):\n    def delete(self): pass\n`,
  });
  expect(model.endpoints.map((endpoint) => `${endpoint.method} ${endpoint.path}`)).toEqual(["DELETE /x"]);
});
