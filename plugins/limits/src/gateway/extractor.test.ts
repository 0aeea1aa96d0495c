import { expect, test } from "vitest";
import { gateway, gatewayLimitsOf } from "./extractor.ts";

/** What limits a text has: of what, on which line, for which paths. */
function limits(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const fact = gateway.extract({ file: { path: "x", size: bytes.length, role: "source" }, bytes, text: () => text, options: null });
  return fact === undefined ? [] : gatewayLimitsOf(fact).map(({ of, line, prefix }) => `${line} ${of}${prefix === undefined ? "" : ` ${prefix}`}`);
}

test("a limit of nginx holds for its location, or for all outside of one", () => {
  expect(limits("server {\n  limit_req zone=a;\n  location /api/ { proxy_pass http://a; }\n  location /auth/ {\n    limit_req zone=b burst=5;\n  }\n  location ~ ^/x {\n    limit_req zone=c;\n  }\n}\n")).toEqual(["2 nginx /", "5 nginx /auth/", "8 nginx"]);
});

test("a zone alone, and a comment, limit nothing", () => {
  expect(limits("limit_req_zone $binary_remote_addr zone=a:10m rate=5r/m;\n# limit_req zone=a;\n")).toEqual([]);
});

test.each([
  ["plugins:\n  - name: rate-limiting\n    config:\n      minute: 5\n", "2 Kong"],
  ["http:\n  middlewares:\n    slow:\n      rateLimit:\n        average: 5\n", "4 Traefik"],
  ["- name: envoy.filters.http.local_ratelimit\n", "1 Envoy"],
  ["metadata:\n  annotations:\n    nginx.ingress.kubernetes.io/limit-rps: \"5\"\n", "3 ingress-nginx"],
  ["resource \"aws_api_gateway_usage_plan\" \"x\" {\n  throttle_settings {\n    rate_limit = 5\n  }\n}\n", "3 API Gateway"],
])("%j has one", (text, expected) => {
  expect(limits(text)).toEqual([expected]);
});

test("a word that is about something else is no limit", () => {
  expect(limits("rate_limit: 5\nrateLimit:\n  enabled: true\n")).toEqual([]);
});
