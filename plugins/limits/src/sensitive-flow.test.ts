import { expect, test } from "vitest";
import { sensitiveFlow } from "./sensitive-flow.ts";

const flow = (on: string, posture: "public" | "protected" | "unknown" = "public") => sensitiveFlow({ method: on.split(" ")[0] ?? "", path: on.split(" ")[1] ?? "", posture });

test.each([
  ["POST /api/v1/login/access-token", "sign-in"],
  ["POST /auth/token", "sign-in"],
  ["POST /users/v1/login", "sign-in"],
  ["POST /auth/verify", "code"],
  ["POST /auth/reset_password/", "recovery"],
  ["POST /password-reset/{token}", "recovery"],
  ["POST /accounts/signup", "sign-up"],
])("%s is a %s", (on, expected) => {
  expect(flow(on)).toBe(expected);
});

test.each(["GET /login", "POST /orders", "POST /webhooks/verify", "POST /design/token", "POST /api/token", "POST /devices/{id}/reset"])("%s is none", (on) => {
  expect(flow(on)).toBeUndefined();
});

test("where it is not known whether callers are to be signed in, only a sign-in is one", () => {
  expect(flow("POST /login", "unknown")).toBe("sign-in");
  expect(flow("POST /users/{user_id}/reset_password", "unknown")).toBeUndefined();
});

test("who is signed in already guesses at nothing", () => {
  expect(flow("POST /sessions", "protected")).toBeUndefined();
});
