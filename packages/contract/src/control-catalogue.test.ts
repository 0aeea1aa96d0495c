import { expect, test } from "vitest";
import { controlCatalogue } from "./control-catalogue.ts";

test("a control id is stated once", () => {
  const ids = controlCatalogue.map((control) => control.id);
  expect(ids).toHaveLength(16);
  expect(new Set(ids).size).toBe(ids.length);
});

test("each mapping to a criterion gives its reason in one sentence", () => {
  for (const control of controlCatalogue) {
    expect(control.criteria.length, control.id).toBeGreaterThan(0);
    for (const criterion of control.criteria) {
      expect(criterion.id).toMatch(/^(CC[1-9]|A1)\.\d$/);
      expect(criterion.why, `${control.id} ${criterion.id}`).toMatch(/^[A-Z].+\.$/);
    }
  }
});

test("OWASP ids are of the API Security Top 10", () => {
  for (const id of controlCatalogue.flatMap((control) => control.owasp)) expect(id).toMatch(/^API([1-9]|10)$/);
});
