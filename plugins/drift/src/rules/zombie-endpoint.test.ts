import { expect, test } from "vitest";
import { document, endpoint, model, read } from "../../test/model.ts";
import { inv02 } from "../controls/inv-02.ts";
import { zombieEndpoint } from "./zombie-endpoint.ts";

const others = ["GET /items", "POST /items"].map((on) => endpoint(on));

test("deprecated in the code: no document is needed", () => {
  const [finding, ...rest] = read(zombieEndpoint, model({ endpoints: [...others, endpoint("GET /old", { deprecated: true, posture: "protected" })], files: [] }));
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({ severity: "low", text: "GET /old is deprecated in the code and still served." });
});

test("what anyone can write to weighs more", () => {
  expect(read(zombieEndpoint, model({ endpoints: [endpoint("POST /old", { deprecated: true })], files: [] }))[0]).toMatchObject({ severity: "medium", text: expect.stringContaining("Anyone can call it.") });
});

test("deprecated in the document alone", () => {
  const input = model({ endpoints: [...others, endpoint("GET /old")], files: [{ path: "openapi.yaml", text: document(["GET /items", "POST /items", "GET /old deprecated"]) }] });
  expect(read(zombieEndpoint, input).map(({ text }) => text)).toEqual(["GET /old is deprecated in openapi.yaml and still served. Anyone can call it."]);
  expect([...inv02.judge(input)].map(({ status }) => status)).toEqual(["pass", "pass", "fail"]);
});
