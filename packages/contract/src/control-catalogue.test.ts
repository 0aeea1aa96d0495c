import { expect, test } from "vitest";
import { controlCatalogue } from "./control-catalogue.ts";

test("a control id is stated once", () => {
  const ids = controlCatalogue.map((control) => control.id);
  expect(ids).toHaveLength(16);
  expect(new Set(ids).size).toBe(ids.length);
});

test("each mapping gives its reason in one sentence", () => {
  for (const { id, owasp, cwe, criteria } of controlCatalogue) {
    expect(criteria.length, id).toBeGreaterThan(0);
    for (const criterion of criteria) expect(criterion.id).toMatch(/^(CC[1-9]|A1)\.\d$/);
    for (const mapping of [...owasp, ...cwe, ...criteria]) expect(mapping.why, `${id} ${mapping.id}`).toMatch(/^[A-Z].+\.$/);
  }
});

test("nothing claims compliance", () => {
  expect(JSON.stringify(controlCatalogue)).not.toMatch(/complian|certif(?:ied|ication) (?:of|by)|SOC ?2/i);
});

test("OWASP ids are of the API Security Top 10", () => {
  for (const { id } of controlCatalogue.flatMap((control) => control.owasp)) expect(id).toMatch(/^API([1-9]|10)$/);
});
