import { linkSources, routesOf } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import tornado from "./index.ts";

const handler = "import tornado.httpserver\nimport tornado.web\nclass Handler(tornado.web.RequestHandler):\n    def get(self): pass\n";

test.each([
  ["in the module", 'if __name__ == "__main__":\n    application = tornado.web.Application([("/x", Handler)])\n    application.listen(8000)\n'],
  ["as what a server is made of", 'if __name__ == "__main__":\n    tornado.httpserver.HTTPServer(tornado.web.Application([("/x", Handler)])).listen(8000)\n'],
  ["in a function that a program calls", 'def main():\n    server = tornado.httpserver.HTTPServer(tornado.web.Application([("/x", Handler)]))\n    server.listen(8000)\nif __name__ == "__main__":\n    main()\n'],
  ["as a subclass of the repository's own", 'class Application(tornado.web.Application):\n    def __init__(self):\n        super().__init__([("/x", Handler)])\nif __name__ == "__main__":\n    tornado.httpserver.HTTPServer(Application()).listen(8000)\n'],
])("an application that is made only when its module is run as a program is served: %s", async (_, code) => {
  expect(routesOf(await linkSources([python, tornado], { "server.py": `${handler}${code}` }))).toEqual(["GET /x"]);
});

test("what a program does without making an application is not run", async () => {
  const model = await linkSources([python, tornado], { "server.py": `${handler}application = tornado.web.Application([("/x", Handler)])\nif __name__ == "__main__":\n    application.add_handlers(".*", [("/y", Handler)])\n` });
  expect(routesOf(model)).toEqual(["GET /x"]);
});
