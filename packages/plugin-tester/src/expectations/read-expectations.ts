import type { Posture, RuleMeta } from "@muster/contract";
import { FixtureError, type FixtureCase } from "../cases/fixture-case.ts";
import type { Expectation } from "./expectation.ts";
import { readComment, type WrittenExpectation } from "./read-comment.ts";

/** Rules that a fixture may speak of, by id. */
export type RulesUnderTest = ReadonlyMap<string, RuleMeta>;

const rulePart = /^([a-z][a-z0-9-]*\/[a-z][a-z0-9-]*)(?:\[([\w-]+)\])?(?: x(\d+))?$/;
const endpointPart = /^([A-Z]+|\*) (\/\S*)(?: (protected|public|unknown))?$/;

/**
 * The expectations of a case. A comment behind code speaks of its line; a comment alone on its line speaks of the next
 * line that is not such a comment. Throws a `FixtureError` that lists everything that is wrong with the case.
 */
export function readExpectations(fixture: FixtureCase, rules: RulesUnderTest): Expectation[] {
  const expectations: Expectation[] = [];
  const isRule = (id: string): boolean => rules.has(id);
  const wrong: string[] = [];
  for (const file of fixture.files) {
    const lines = file.text.split("\n");
    for (const [index, line] of lines.entries()) {
      const written = readComment(line, isRule);
      if (written === undefined) continue;
      const place = { path: file.path, line: index + 1, statedAt: index + 1 };
      const refuse = (why: string): void => void wrong.push(`${file.path}:${index + 1}: ${why}`);
      if ("wrong" in written) {
        refuse(written.wrong);
        continue;
      }
      const meant = written.alone && written.word !== "endpoint" ? nextLineOfCode(lines, index, isRule) : index + 1;
      if (meant === undefined) refuse("stands alone, and no line follows that it could be about");
      else for (const one of interpret(written, rules, refuse)) expectations.push({ ...place, line: meant, ...one });
    }
  }
  wrong.push(...repeated(expectations));
  if (wrong.length > 0) throw new FixtureError(`The expectations of ${fixture.name} cannot be used:\n${wrong.map((each) => `  ${each}`).join("\n")}`);
  return expectations;
}

type Placed = "path" | "line" | "statedAt";
type Bare<E> = E extends Expectation ? Omit<E, Placed> : never;

function interpret(written: WrittenExpectation, rules: RulesUnderTest, refuse: (why: string) => void): Bare<Expectation>[] {
  const { word, rest } = written;
  if (word === "endpoint") {
    const match = endpointPart.exec(rest);
    if (!match) return none(refuse, `\`${rest}\` is no endpoint: write \`METHOD /path\`, and \`protected\`, \`public\` or \`unknown\` behind it where that is claimed`);
    const posture = postures.find((each) => each === match[3]);
    return [{ kind: "endpoint", method: match[1] ?? "", template: match[2] ?? "", ...(posture !== undefined && { posture }) }];
  }
  if (word === "misses") {
    const [rule = "", ...reason] = rest.split(" ");
    if (!known(rule, rules, refuse)) return [];
    if (reason.join("").length === 0) return none(refuse, `\`misses: ${rule}\` needs the reason behind the rule`);
    return [{ kind: "misses", rule, reason: reason.join(" ") }];
  }
  return rest.split(/,\s*/).flatMap((part): Bare<Expectation>[] => {
    const match = rulePart.exec(part.trim());
    if (!match) return none(refuse, `\`${part}\` is no rule: write \`plugin/rule\`, \`plugin/rule[message]\` or \`plugin/rule x2\`, and a comma between several`);
    const [, rule = "", message, count] = match;
    const meta = known(rule, rules, refuse);
    if (!meta) return [];
    if (word === "ok") return message !== undefined || count !== undefined ? none(refuse, "`ok` speaks of a whole rule: it takes no message and no count") : [{ kind: "ok", rule }];
    if (message !== undefined && !(message in meta.messages)) return none(refuse, `${rule} has no message \`${message}\`: it has ${Object.keys(meta.messages).join(", ")}`);
    if (count !== undefined && Number(count) < 2) return none(refuse, `\`x${count}\`: a count says how often, from 2 on`);
    return [{ kind: "finds", rule, count: Number(count ?? 1), ...(message !== undefined && { message }) }];
  });
}

const postures: readonly Posture[] = ["protected", "public", "unknown"];

function known(rule: string, rules: RulesUnderTest, refuse: (why: string) => void): RuleMeta | undefined {
  const meta = rules.get(rule);
  if (!meta) refuse(`${rule} is not under test here: the rules are ${[...rules.keys()].join(", ")}`);
  return meta;
}

function none(refuse: (why: string) => void, why: string): [] {
  refuse(why);
  return [];
}

function nextLineOfCode(lines: readonly string[], from: number, isRule: (id: string) => boolean): number | undefined {
  for (let index = from + 1; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const written = readComment(line, isRule);
    if (written !== undefined && "alone" in written && written.alone) continue;
    return line.trim() === "" ? undefined : index + 1;
  }
  return undefined;
}

/** One line says one thing about a rule, and one case one thing about an endpoint. */
function repeated(expectations: readonly Expectation[]): string[] {
  const seen = new Map<string, Expectation>();
  const out: string[] = [];
  for (const one of expectations) {
    const subject = one.kind === "endpoint" ? `${one.method} ${one.template}` : `${one.path}:${one.line} ${one.rule} ${one.kind === "finds" ? (one.message ?? "") : ""}`;
    const other = seen.get(subject) ?? (one.kind === "endpoint" || one.kind === "finds" ? undefined : clashing(expectations, one));
    if (other) out.push(`${one.path}:${one.statedAt}: says again, or otherwise, what ${other.path}:${other.statedAt} says${one.kind === "finds" ? " (write `x2` for two)" : ""}`);
    seen.set(subject, one);
  }
  return out;
}

/** Something found, on a line that is said to be silent. */
function clashing(expectations: readonly Expectation[], one: Expectation & { readonly rule: string }): Expectation | undefined {
  return expectations.find((other) => other !== one && other.kind === "finds" && other.rule === one.rule && other.path === one.path && other.line === one.line);
}
