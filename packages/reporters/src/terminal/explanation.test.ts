import { expect, test } from "vitest";
import { sampleFiles, sampleResult } from "../../test/sample-result.ts";
import { renderExplanation } from "./explanation.ts";
import { findEndpoint } from "./find-endpoint.ts";

const options = { colour: false, width: 100, source: (path: string) => sampleFiles.get(path) };

test("an explanation shows the code of every step of the proof", () => {
  expect(renderExplanation(sampleResult, "e:GET:/items/", options)).toMatchSnapshot();
});

test("a step whose file is gone says so", () => {
  expect(renderExplanation(sampleResult, "e:GET:/items/", { ...options, source: () => undefined })).toContain("cannot be shown");
});

test("an endpoint is found whatever its parameters are called, and with or without a trailing slash", () => {
  expect(findEndpoint(sampleResult, "delete /items/{other}/")).toMatchObject({ status: "found", endpoints: [{ method: "DELETE" }] });
  expect(findEndpoint(sampleResult, "/items")).toMatchObject({ status: "found", endpoints: [{ method: "GET" }] });
});

test("an unknown endpoint leads to those that look alike", () => {
  expect(findEndpoint(sampleResult, "DELETE /item/{id}")).toEqual({ status: "none", near: ["DELETE /items/{item_id}", "POST /items/{id}", "GET /items/"] });
});

test("what is nothing alike leads nowhere", () => {
  expect(findEndpoint(sampleResult, "GET /orders")).toEqual({ status: "none", near: [] });
});
