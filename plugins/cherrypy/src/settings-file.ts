import { call as callValue, constant, emptyDict, entriesIn, importDotted, knownText, pathFrom, sequence, textIn, textOf, unknown, visiblePlace, type Dict, type Machine, type NativeCall, type Place, type Value } from "@muster/python";

/**
 * `read_settings(path)`: what a file of settings says, by its sections; `None` where it is not there, or says what is not read. The path is relative to the working folder, which a
 * program is started in: the folder of the code that names it, one above it, or the repository's.
 */
export function readSettings(call: NativeCall): Value {
  const { machine } = call;
  const given = call.get(0);
  const name = given && knownText(textOf(given));
  if (name === undefined) return constant(null);
  const place = visiblePlace(machine, call.place);
  for (const path of candidates(name, place)) {
    const state = machine.document(path);
    if (state.status === "pending") return unknown("a file of settings that is not read yet", call.place);
    if (state.status === "known") {
      const out = emptyDict();
      for (const { key, value } of entriesIn(state.document.root)) add(out, key, sectionOf(machine, entriesIn(value), call.place));
      return out;
    }
  }
  return constant(null);
}

function candidates(name: string, { module }: Place): string[] {
  const folder = module.path.includes("/") ? module.path.slice(0, module.path.lastIndexOf("/")) : "";
  const above = folder.split("/").map((_, index, parts) => parts.slice(0, parts.length - index).join("/"));
  return [...new Set([...above, ""])].map((one) => pathFrom(one, name)).filter((path) => path !== undefined);
}

function sectionOf(machine: Machine, entries: ReturnType<typeof entriesIn>, place: Place): Dict {
  const out = emptyDict();
  for (const { key, value } of entries) add(out, key, valueOf(machine, textIn(value) ?? "", place));
  return out;
}

function add(dict: Dict, key: string, value: Value): void {
  dict.entries.set(`s:${key}`, { key: constant(key), value });
}

/** What a value is as an expression of Python, which CherryPy evaluates: literals, dotted names, and calls of them. */
function valueOf(machine: Machine, text: string, place: Place): Value {
  const reader = new ValueReader(machine, text, place);
  const value = reader.value();
  return value === undefined || !reader.isAtEnd ? unknown(`the expression ${JSON.stringify(text.slice(0, 80))} of a file of settings`, place) : value;
}

/** Reads one expression from left to right; undefined where it is none of those that are known. */
class ValueReader {
  readonly #machine: Machine;
  readonly #text: string;
  readonly #place: Place;
  #at = 0;
  #depth = 0;

  constructor(machine: Machine, text: string, place: Place) {
    this.#machine = machine;
    this.#text = text;
    this.#place = place;
  }

  get isAtEnd(): boolean {
    return this.#text.slice(this.#at).trim() === "";
  }

  value(): Value | undefined {
    if (++this.#depth > 16) return undefined;
    try {
      const number = this.#take(/[-+]?\d+(?:\.\d+)?(?![\w.])/y);
      if (number !== undefined) return constant(Number(number));
      const quoted = this.#take(/[rub]?(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/iy);
      if (quoted !== undefined) return constant(quoted.replace(/^[rub]/i, "").slice(1, -1).replaceAll(/\\(['"\\])/g, "$1"));
      for (const [open, close, kind] of [["[", "]", "list"], ["(", ")", "tuple"]] as const) {
        if (!this.#takes(open)) continue;
        const items = this.#items(close);
        return items && sequence(kind, items);
      }
      const name = this.#take(/[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*/y)?.replaceAll(/\s/g, "");
      return name === undefined ? undefined : this.#named(name);
    } finally {
      this.#depth--;
    }
  }

  #named(name: string): Value | undefined {
    if (name === "True" || name === "False") return constant(name === "True");
    if (name === "None") return constant(null);
    const value = importDotted(this.#machine, name, this.#place);
    if (!this.#takes("(")) return value;
    const positional = this.#items(")");
    return positional && callValue(this.#machine, value, { positional, keywords: new Map(), open: false }, this.#place);
  }

  #items(close: string): Value[] | undefined {
    const out: Value[] = [];
    while (!this.#takes(close)) {
      const item = this.value();
      if (item === undefined) return undefined;
      out.push(item);
      if (!this.#takes(",") && !this.#text.slice(this.#at).trimStart().startsWith(close)) return undefined;
    }
    return out;
  }

  #takes(mark: string): boolean {
    this.#skipSpace();
    if (!this.#text.startsWith(mark, this.#at)) return false;
    this.#at += mark.length;
    return true;
  }

  #take(pattern: RegExp): string | undefined {
    this.#skipSpace();
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #skipSpace(): void {
    while (/\s/.test(this.#text[this.#at] ?? "")) this.#at++;
  }
}
