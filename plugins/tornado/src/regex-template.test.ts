import { expect, test } from "vitest";
import { regexTemplate, unknownPiece } from "./regex-template.ts";

test.each([
  ["named groups are parameters", "/ships/(?P<ship_id>[0-9]+)/crew/(?P<name>[^/]+)", "/ships/{ship_id}/crew/{name}"],
  ["groups without a name are numbered", "/v(\\d+)\\.(\\d+)/(.*)", "/v{0}.{1}/{2}"],
  ["anchors say nothing", "^/a$", "/a"],
  ["optional text is left out", "/a/?", "/a"],
  ["a group of plain text is that text", "/(robots\\.txt)", "/robots.txt"],
  ["a group that only groups is its content", "/(?:a/(\\w+))", "/a/{0}"],
  ["alternatives are one parameter", "/(?P<kind>ships|boats)/x", "/{kind}/x"],
  ["groups in groups are one parameter", "/(?P<path>(?:[^/]+/)*)end", "/{path}end"],
  ["a class with a bracket in it", "/([\\]a-z]+)/x", "/{0}/x"],
  ["repeated groups of braces", "/(\\d{4})-x{2}", "/{0}-{1}"],
  ["what only looks ahead is no part of the path", "/a(?=/b)/b", "/a/b"],
  ["flags say nothing", "(?i)/a", "/a"],
  ["what is not known stays a hole", `${unknownPiece}/a/(\\d+)`, "{?}/a/{0}"],
  ["a group that is never closed ends with the pattern", "/a/(\\d+", "/a/{0}"],
])("%s", (_claim, pattern, template) => {
  expect(regexTemplate(pattern)).toBe(template);
});
