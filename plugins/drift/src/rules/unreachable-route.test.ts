import { expect, test } from "vitest";
import { at, endpoint, model, read } from "../../test/model.ts";
import { inv01 } from "../controls/inv-01.ts";
import { unreachableRoute } from "./unreachable-route.ts";

const behind = endpoint("GET /items/me", { unreachable: { span: at(5), note: "GET /items/{item_id} comes before it and takes all its requests" } });

test("the route that takes the requests is named with its place", () => {
  const input = model({ endpoints: [behind], files: [] });
  expect(read(unreachableRoute, input).map(({ text }) => text)).toEqual(["No request reaches GET /items/me: GET /items/{item_id} (app/main.py:5) comes before it and takes them all."]);
  expect([...inv01.judge(input)][0]).toMatchObject({ status: "fail" });
});

test("a second declaration is reported where it stands", () => {
  const [finding] = read(unreachableRoute, model({ endpoints: [endpoint("GET /items", { overridden: [{ span: at(40), note: "declared here for the same method and path" }] })], files: [] }));
  expect(finding).toMatchObject({ message: "overridden", report: { span: at(40) } });
});

test("a route that requests reach is silent", () => {
  expect(read(unreachableRoute, model({ endpoints: [endpoint("GET /items")], files: [] }))).toEqual([]);
});
