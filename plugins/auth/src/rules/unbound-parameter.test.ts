import { expect, test } from "vitest";
import { at, endpoint, model, read } from "../../test/model.ts";
import { unboundParameter } from "./unbound-parameter.ts";

const asked = (name: string, ...bound: string[]) => ({ name, bound, span: at(9, "app/auth.py") });
const found = (on: string, ...unbound: ReturnType<typeof asked>[]) => read(unboundParameter, model([endpoint(on, { unbound })]));

test("a key that is asked for under another name than the route's", () => {
  expect(found("PUT /accounts/{id}", asked("user_id", "id")).map(({ text, severity }) => [text, severity])).toEqual([["On PUT /accounts/{id} code looks for the path parameter `user_id`, and the route binds `id`: what hangs on it never happens.", "high"]]);
  expect(found("GET /accounts/{id}", asked("user_id", "id"))[0]?.severity).toBe("medium");
});

test.each([
  ["what is no key", [asked("page", "id")]],
  ["a route that binds no key", [asked("user_id", "name_of_day")]],
  ["a route that binds nothing", [asked("user_id")]],
  ["nothing asked for", []],
])("%s is silent", (_, unbound) => {
  expect(found("PUT /accounts/{id}", ...unbound)).toEqual([]);
});

test("what runs before every route asks for the sake of the few that bind it", () => {
  const others = ["/alerts/{alert_id}", "/groups/{group_id}"].map((path) => endpoint(`GET ${path}`, { unbound: [asked("query_id", "id")] }));
  const binding = [1, 2].map((version) => endpoint(`GET /v${version}/queries/{query_id}`, {}));
  expect(read(unboundParameter, model([...others, ...binding.slice(1)]))).toEqual([]);
  expect(read(unboundParameter, model([...others, ...binding]))).toHaveLength(2);
});
