import { beforeAll, expect, test } from "vitest";
import { codeOf } from "../link/code-of.ts";
import type { ModuleSummary } from "../syntax.ts";
import { loadPythonParser, type PythonParser } from "./parser.ts";
import { summarise } from "./summarise.ts";

let parser: PythonParser;
beforeAll(async () => {
  parser = await loadPythonParser();
});
const summaryOf = (text: string): ModuleSummary => summarise(parser, text);

const source = `import x

@router.get("/a")
@guard
def a():
    return 1


class B:
    y = 1

    async def c(self):
        if x:
            def d():
                return 2
        return d

z = 3
`;

test("a line belongs to the innermost function or class, decorators included", () => {
  const summary = summaryOf(source);
  const at = (line: number): string | undefined => codeOf(summary, line);
  expect(at(1)).toBeUndefined();
  expect(at(18)).toBeUndefined();
  expect(at(3)).toBeDefined();
  expect(new Set([3, 4, 5, 6].map(at)).size).toBe(1);
  expect(new Set([at(3), at(9), at(12), at(14)]).size).toBe(4);
  expect(at(16)).toBe(at(12));
  expect(at(15)).toBe(at(14));
});

test("a change of body, header or decorator is another content; one of what stands around is not", () => {
  const before = codeOf(summaryOf(source), 5);
  for (const [from, to] of [["return 1", "return 2"], ["def a():", "def a(b):"], ["@guard\n", ""], ['get("/a")', 'get("/b")']] as const) expect(codeOf(summaryOf(source.replace(from, to)), 4), from).not.toBe(before);
  expect(codeOf(summaryOf(`# moved\n\n${source.replace("z = 3", "z = 4")}`), 7)).toBe(before);
});

test("other line ends are the same content", () => {
  expect(codeOf(summaryOf(source.replaceAll("\n", "\r\n")), 5)).toBe(codeOf(summaryOf(source), 5));
});
