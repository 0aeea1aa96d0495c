import { controlCatalogue } from "@muster/contract";
import { expect, test } from "vitest";
import { publicWrite } from "../../test/sample-result.ts";
import { renderRuleList, renderRulePage } from "./rule-page.ts";

const options = { colour: false, width: 80 };

test("a page tells why, how to mend it, and why each criterion is supported", () => {
  const page = renderRulePage(publicWrite, controlCatalogue, options);
  for (const text of [publicWrite.why, publicWrite.mend, "AUTHN-01", "supports CC6.1:", "CWE-306"]) expect(page).toContain(text);
});

test("the document's examples follow, code as it is and prose within the width", () => {
  const code = `x = "${"long ".repeat(30)}"`;
  const page = renderRulePage(publicWrite, controlCatalogue, { ...options, document: `# title\n\nsaid above\n\n## Found\n\n${"word ".repeat(40)}\n\n\`\`\`python\n${code}\n\`\`\`\n` });
  expect(page).not.toContain("said above");
  expect(page).toContain(`\nFOUND\n`);
  expect(page).toContain(`\n    ${code}\n`);
  expect(page.split("\n").filter((line) => line.includes("word")).length).toBeGreaterThan(1);
});

test("the list has every rule with its severity", () => {
  expect(renderRuleList([publicWrite], options)).toContain("auth/public-write  HIGH      A write endpoint that anyone can call");
});
