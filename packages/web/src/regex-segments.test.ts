import { expect, test } from "vitest";
import { regexSegments } from "./regex-segments.ts";
import { covers } from "./route-order.ts";

const takes = (first: string, second: string): boolean | undefined => {
  const [a, b] = [regexSegments(first), regexSegments(second)];
  return a && b && covers(a, b);
};

test.each([
  ["/ships/(\\w+)", "/ships/new"],
  ["^/ships/(?P<name>\\w+)$", "/ships/(\\d+)"],
  ["/ships/([^/]+)", "/ships/[a-z]{3}"],
  ["/files/(.*)", "/files/a/b\\.txt"],
  ["/(?P<a>[-\\w]+)/", "/a-b/"],
  ["/v(\\d)/x", "/v(\\d)/x"],
])("%s takes all that %s matches", (first, second) => {
  expect(takes(first, second)).toBe(true);
});

test.each([
  ["/ships/(\\d+)", "/ships/new"],
  ["/ships/(\\w+)", "/ships/a-b"],
  ["/ships/(\\w+)", "/ships/"],
  ["/ships/([a-z]+)", "/ships/new"],
])("%s leaves requests to %s", (first, second) => {
  expect(takes(first, second)).toBe(false);
});

test.each(["/a/?", "/(a|b)", "/a|/b", "/(?:a/(\\w+))", "/(.+)/x", "/(?i)a", "/([^x]+)", "/.*/x"])("nothing is said of %s", (expression) => {
  expect(regexSegments(expression)).toBeUndefined();
});
