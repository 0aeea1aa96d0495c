import { FixtureError, joined, type CaseFile, type FixtureCase } from "../cases/fixture-case.ts";

/** What a rule's page says that can be checked: its title and its examples. */
export interface RulePage {
  readonly title: string;
  /** Examples under `## Found`: each expects something of the rule. */
  readonly found: readonly FixtureCase[];
  /** Examples under `## Not found`: the rule is silent. */
  readonly notFound: readonly FixtureCase[];
}

const fence = /^(`{3,}|~{3,})\s*(\S*)/;
const fileLine = /^(?:#|\/\/|--|;|<!--)[ \t]*file:[ \t]*([^\s>]+)/;

/**
 * Reads a rule's page. Every fenced block in the two sections is an example; its first line is `# file: app/main.py`
 * (in the comments of its language), and another such line begins the next file of the same example. Blocks of other sections are
 * only shown.
 */
export function readPage(name: string, markdown: string): RulePage {
  const found: FixtureCase[] = [];
  const notFound: FixtureCase[] = [];
  let title = "";
  let section = "";
  let block: { readonly mark: string; readonly line: number; readonly lines: string[] } | undefined;
  for (const [index, line] of markdown.split("\n").entries()) {
    const mark = fence.exec(line)?.[1];
    if (block) {
      if (mark === undefined || !mark.startsWith(block.mark)) {
        block.lines.push(line);
        continue;
      }
      const target = section === "Found" ? found : section === "Not found" ? notFound : undefined;
      target?.push(exampleOf(`${name}:${block.line}`, block.lines));
      block = undefined;
    } else if (mark !== undefined) block = { mark, line: index + 1, lines: [] };
    else if (line.startsWith("# ")) title ||= line.slice(2).trim();
    else if (line.startsWith("## ")) section = line.slice(3).trim();
  }
  if (block) throw new FixtureError(`${name}:${block.line}: this block never ends.`);
  return { title, found, notFound };
}

function exampleOf(name: string, lines: readonly string[]): FixtureCase {
  const files: { path: string; lines: string[] }[] = [];
  for (const line of lines) {
    const path = fileLine.exec(line)?.[1];
    if (path !== undefined) files.push({ path, lines: [line] });
    else if (files.length > 0) files.at(-1)?.lines.push(line);
    else throw new FixtureError(`${name}: the first line of an example says which file it is: \`# file: app/main.py\`.`);
  }
  if (files.length === 0) throw new FixtureError(`${name}: this example is empty.`);
  const paths = new Set(files.map((file) => file.path));
  if (paths.size !== files.length) throw new FixtureError(`${name}: a file is there twice.`);
  return { name, files: files.map((file): CaseFile => ({ path: file.path, text: joined(`${file.lines.join("\n")}\n`) })).sort((a, b) => (a.path < b.path ? -1 : 1)) };
}
