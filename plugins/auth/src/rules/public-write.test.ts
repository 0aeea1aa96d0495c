import { expect, test } from "vitest";
import { at, endpoint, guard, model, read } from "../../test/model.ts";
import { publicWrite } from "./public-write.ts";

const loader = guard({ name: "app.deps.load_user", verdict: "none", layer: "application", via: "middleware", span: at(3) });

test.each(["POST /items", "PUT /items/{id}", "PATCH /items/{id}", "DELETE /items/{id}", "PURGE /cache"])("%s that anyone can call is high", (on) => {
  const [finding, ...rest] = read(publicWrite, model([endpoint(on)]));
  expect(finding?.text).toBe(`Anyone can call ${on}: nothing on its way looks at the caller.`);
  expect(finding?.severity).toBe("high");
  expect(rest).toEqual([]);
});

test("a read, a protected write and an unknown one are no public write", () => {
  const silent = [endpoint("GET /items"), endpoint("POST /items", { posture: "protected", guards: [guard()] }), endpoint("PUT /items", { posture: "unknown" })];
  expect(read(publicWrite, model(silent))).toEqual([]);
});

test("an approved endpoint is silent, its neighbour is not", () => {
  const found = read(publicWrite, model([endpoint("POST /contact"), endpoint("POST /items")], { approved: ["POST /contact"] }));
  expect(found.map((each) => each.report.endpoint)).toEqual(["main POST /items"]);
});

test("a sign-in is reported low, with what to do; its name does not make it safe", () => {
  const [finding] = read(publicWrite, model([endpoint("POST /api/v1/login/access-token")]));
  expect(finding).toMatchObject({ message: "sign-in", severity: "low" });
  expect(finding?.text).toContain("approve it as public");
});

test("a webhook without a signature check stays medium", () => {
  expect(read(publicWrite, model([endpoint("POST /webhooks/stripe")]))[0]).toMatchObject({ message: "webhook", severity: "medium" });
});

test("an open WebSocket is its own case", () => {
  expect(read(publicWrite, model([endpoint("WEBSOCKET /ws")]))[0]).toMatchObject({ message: "channel", severity: "medium" });
});

test("code that only loads the caller is named", () => {
  const signedIn = endpoint("GET /me", { posture: "protected", guards: [loader, guard()] });
  const [finding] = read(publicWrite, model([signedIn, endpoint("POST /items", { guards: [loader] })]));
  expect(finding?.text).toBe("Anyone can call POST /items: `app.deps.load_user` looks at the caller but rejects nobody.");
});

test("an endpoint that a guard left open is accounted for by the guard's own finding", () => {
  const broken = guard({ name: "app.deps.verify", verdict: "none" });
  expect(read(publicWrite, model([endpoint("POST /items", { guards: [broken] })]))).toEqual([]);
});

test("a mount that exists only under a condition says so and is less certain", () => {
  const local = endpoint("POST /private/users", { conditions: [{ text: 'settings.ENVIRONMENT == "local"', holds: true, span: at(2) }] });
  const [finding] = read(publicWrite, model([local]));
  expect(finding?.text).toContain('It exists only where `settings.ENVIRONMENT == "local"`.');
  expect(finding?.confidence).toBe("medium");
});
