import { expect, it } from "vitest";
import { registrationSieve } from "./registration-sieve.ts";

it.each([
  ['registry.add("GET", "/items", handler)', true],
  ["routes.register(\n    # reads them all\n    'DELETE',\n    '/items',\n    handler,\n)", true],
  ['self.table.bind(method="POST", path="/items", handler=create)', true],
  ['client.request("GET", "/items")', false],
  ['session.send("POST", "/items")', false],
  ['if request.method == "GET":\n    pass', false],
  ['methods = ["GET", "POST"]', false],
])("%j may register routes: %j", (text, may) => {
  const bytes = Buffer.from(text);
  expect(registrationSieve.extract({ file: { path: "a.py", size: bytes.length, role: "source" }, bytes, text: () => text, options: null }) === true).toBe(may);
});
