import { expect, test } from "vitest";
import { mayMatch, type TextPart } from "./pattern-automaton.ts";

const text = (template: string): TextPart[] => template.split(/(\{\})/).map((part) => (part === "{}" ? undefined : part));

test.each<[pattern: string, anchor: "match" | "fullmatch" | "search", template: string, expected: boolean | undefined]>([
  ["^(?:|/ping|/core/api/.*|/(store/)?addons/[-\\w]+/(logo|icon))$", "match", "/addons/{}/install", false],
  ["^(?:|/ping|/core/api/.*|/(store/)?addons/[-\\w]+/(logo|icon))$", "match", "/addons/{}/logo", true],
  ["^(?:|/ping|/core/api/.*|/(store/)?addons/[-\\w]+/(logo|icon))$", "match", "/audio/info", false],
  ["^(?:|/ping|/core/api/.*)$", "match", "/core/api/states", true],
  ["^(?:|/ping)$", "match", "", true],
  ["/open", "match", "/open/x", true],
  ["/open", "fullmatch", "/open/x", false],
  ["/open$", "match", "/open/x", false],
  ["open", "search", "/in/open/x", true],
  ["^open", "search", "/in/open/x", false],
  ["open$", "search", "/in/{}", true],
  ["/v[12]/(a|b){2,3}$", "match", "/v1/ab", true],
  ["/v[12]/(a|b){2,3}$", "match", "/v1/a", false],
  ["/v[12]/(a|b){2,3}$", "match", "/v3/{}", false],
  ["/[^/]+/x", "fullmatch", "/a/b/x", false],
  ["(?P<name>\\d+)?", "fullmatch", "12", true],
  ["/a+?b*", "fullmatch", "/aab", true],
  ["(a+)+$", "match", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", false],
  ["(?i)/a", "match", "/a", undefined],
  ["(?!/a).*", "match", "/a", undefined],
  ["(a)\\1", "match", "aa", undefined],
  ["\\ba", "search", "a", undefined],
])("%s, %s, %s: %s", (pattern, anchor, template, expected) => {
  expect(mayMatch(pattern, text(template), anchor)).toBe(expected);
});

test("groups within groups, and repeats of repeats, take no longer than a bound", () => {
  const begun = process.cpuUsage();
  expect(mayMatch(`${"(".repeat(40)}a${")".repeat(40)}`, ["a"], "match")).toBeUndefined();
  expect(mayMatch(`${"(".repeat(20_000)}a${")".repeat(20_000)}`, ["a"], "match")).toBeUndefined();
  expect(mayMatch("((((a{9}){9}){9}){9}){9}", ["a"], "match")).toBeUndefined();
  expect(process.cpuUsage(begun).user).toBeLessThan(5_000_000);
});
