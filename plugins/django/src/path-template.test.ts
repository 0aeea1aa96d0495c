import { expect, test } from "vitest";
import { regexTemplate, routeTemplate } from "./path-template.ts";

test.each([
  ["items/<int:pk>/", "items/{pk}/"],
  ["<slug:tenant>/<path:rest>", "{tenant}/{rest}"],
  ["<name>/", "{name}/"],
])("the route %s is shown as %s", (route, shown) => {
  expect(routeTemplate(route)).toBe(shown);
});

test.each([
  [String.raw`^articles/(?P<year>[0-9]{4})/(?P<slug>[\w-]+)/$`, "articles/{year}/{slug}/"],
  [String.raw`^unnamed/([0-9]+)/$`, "unnamed/{var}/"],
  [String.raw`^either/(?:page-(?P<number>\d+)/)?$`, "either/"],
  [String.raw`^nested/((?P<name>\w+)-x)/$`, "nested/{var}/"],
  [String.raw`^feeds\.(?P<kind>json|xml)$`, "feeds.{kind}"],
  [String.raw`^a/(?P<b>[^/.()]+)\.(?P<format>[a-z0-9]+)/?$`, "a/{b}.{format}/"],
  [String.raw`\Ax\(y\)\Z`, "x(y)"],
  ["", ""],
])("the expression %s is shown as %s", (regex, shown) => {
  expect(regexTemplate(regex)).toBe(shown);
});
