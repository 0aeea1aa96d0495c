import type { Extractor, Json } from "@muster/contract";
import { isAuditName } from "../audit-name.ts";
import { partsAtCommas, type Statement, statementsOf } from "./statements.ts";

/** A function of a module that writes events. Short names: it is stored. */
export interface WrittenFunction {
  /** Of its `def`. */
  readonly line: number;
  readonly name: string;
  readonly async: boolean;
  /** As written, by name: `user: CurrentUser`. */
  readonly parameters: { readonly [name: string]: string };
  /** Names that it gives itself, with the statement where that is one and stands by itself; else empty. */
  readonly locals: { readonly [name: string]: string };
  /** Line, last line and indent of each statement; the fourth is 1 where something may follow it on the same level. */
  readonly body: readonly (readonly [number, number, number, number])[];
  /** Statements that write an event, by their line. */
  readonly calls: { readonly [line: string]: string };
}

export interface WrittenHandlers {
  readonly functions: readonly WrittenFunction[];
}

const most = 400;
const longest = 600;
const hint = /audit|activity|history|journal|outbox|event|\.(?:info|warning|notice|success)\(/i;
const definition = /^(async\s+)?def\s+(\w+)\s*\(([\s\S]*)\)\s*(?:->[\s\S]*)?:/;
const written = /^(?:await\s+)?([A-Za-z_][\w.]*)\s*\([\s\S]*\)$/;
/** What is said of a request that only states a fact of the program names nobody: two names at least beside the text. */
const levels = /(?:^|\.)(?:info|warning|warn|notice|success|log)$/;
const compound = /^(?:if|elif|else|for|while|with|try|except|finally|match|case|async|def|class|@)\b|^@/;
const leaving = /^(?:return|raise|continue|break)\b/;

/** The text of functions in modules that write events, for mends that write what the handlers beside one already write. */
export const handlersExtractor: Extractor = {
  name: "logging/handlers",
  version: "1",
  wants: { extensions: [".py"], roles: ["source"], maxBytes: 1024 * 1024 },
  when: "always",
  extract({ bytes, text }) {
    if (!bytes.includes("def ")) return undefined;
    const content = text().replaceAll("\r\n", "\n");
    if (!hint.test(content)) return undefined;
    const statements = statementsOf(content);
    if (!statements.some(({ text: one }) => isEvent(one))) return undefined;
    const functions = functionsOf(statements);
    return functions.some(({ calls }) => Object.keys(calls).length > 0) ? ({ functions } as unknown as Json) : undefined;
  },
};

function isEvent(text: string): boolean {
  const name = text.length > longest ? undefined : written.exec(text)?.[1];
  if (name === undefined) return false;
  if (isAuditName(name.split("."))) return true;
  return levels.test(name) ? /["'][\s\S]*[,{][\s\S]*\w/.test(text) : /(?:^|[._])(?:add|record|emit|publish|track|log)\w*$|Log\.|Event/.test(name);
}

function functionsOf(statements: readonly Statement[]): readonly WrittenFunction[] {
  const out: WrittenFunction[] = [];
  for (const [index, { line, indent, text }] of statements.entries()) {
    const found = definition.exec(text);
    if (!found || out.length >= most) continue;
    const inside: Statement[] = [];
    for (const statement of statements.slice(index + 1)) {
      if (statement.indent <= indent) break;
      inside.push(statement);
    }
    const [, isAsync, name = "", parameters = ""] = found;
    out.push({ line, name, async: isAsync !== undefined, parameters: parametersOf(parameters), locals: localsOf(inside), body: inside.map(placeOf), calls: Object.fromEntries(inside.filter((one) => isEvent(one.text)).map((one) => [one.line, dedented(one)])) });
  }
  return out;
}

function placeOf({ line, endLine, indent, text }: Statement): readonly [number, number, number, number] {
  return [line, endLine, indent, compound.test(text) || leaving.test(text) ? 0 : 1];
}

function parametersOf(text: string): { [name: string]: string } {
  return Object.fromEntries(partsAtCommas(text).flatMap((part) => {
    const name = /^[*]{0,2}([A-Za-z_]\w*)/.exec(part)?.[1];
    return name === undefined ? [] : [[name, part.replaceAll(/\s+/g, " ")]];
  }));
}

const assignment = /^([A-Za-z_]\w*)(?:\s*:[^=]+)?\s*=(?!=)/;
const binding = /(?:\bfor\s+([\w\s,()]+?)\s+in\b|\bas\s+(\w+)|(\w+)\s*:=|^((?:[\w*]+\s*,\s*)+[\w*]+)\s*=(?!=)|^(?:from\s+\S+\s+)?import\s+([\w\s,()]+)|^(?:async\s+)?(?:def|class)\s+(\w+))/g;

function localsOf(inside: readonly Statement[]): { [name: string]: string } {
  const out: { [name: string]: string } = {};
  for (const statement of inside) {
    const name = assignment.exec(statement.text)?.[1];
    if (name !== undefined) out[name] = name in out || statement.text.length > longest ? "" : statement.text.replaceAll(/\s+/g, " ");
    for (const [, ...groups] of statement.text.matchAll(binding)) for (const other of (groups.find((group) => group !== undefined) ?? "").match(/[A-Za-z_]\w*/g) ?? []) out[other] = "";
  }
  return out;
}

/** Further lines keep their indent against the first one. */
function dedented({ text, indent }: Statement): string {
  return text.split("\n").map((line, index) => (index === 0 ? line : line.replace(new RegExp(`^[ \\t]{0,${indent}}`), ""))).join("\n");
}

/** The one place where a stored fact becomes what was written again. */
export function asWrittenHandlers(fact: Json): WrittenHandlers {
  return fact as unknown as WrittenHandlers;
}
