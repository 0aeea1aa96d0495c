import type { Expr, Param } from "../syntax.ts";
import { firstNamed, type Lowering, nameOf, nextNamed } from "./lowering.ts";
import { kind } from "./node-kinds.ts";

type ParamKind = Param["kind"];

/** The parameters of a `def` or `lambda`, from the node that lists them. */
export function lowerParameters(l: Lowering, list: number): Param[] {
  const { table } = l;
  const params: Param[] = [];
  let keywordOnly = false;
  const end = table.next(list);
  for (let node = list + 1; node < end; node = table.next(node)) {
    const at = table.kind(node);
    if (at === kind.positional_separator) {
      params.forEach((param, index) => {
        if (param.kind === "any") params[index] = { ...param, kind: "pos" };
      });
    } else if (at === kind.keyword_separator) keywordOnly = true;
    else {
      const param = lowerParameter(l, node, keywordOnly ? "kw" : "any");
      if (!param) continue;
      params.push(param);
      if (param.kind === "var") keywordOnly = true;
    }
  }
  return params;
}

function lowerParameter(l: Lowering, node: number, plain: ParamKind): Param | undefined {
  const { table } = l;
  const end = table.next(node);
  switch (table.kind(node)) {
    case kind.identifier:
    case kind.list_splat_pattern:
    case kind.dictionary_splat_pattern:
      return made(l, node, node, plain);
    case kind.typed_parameter: {
      const name = firstNamed(l, node);
      const type = nextNamed(l, name, end);
      return made(l, node, name, plain, type < 0 ? undefined : l.expression(type));
    }
    case kind.default_parameter: {
      const name = firstNamed(l, node);
      const value = nextNamed(l, name, end);
      return made(l, node, name, plain, undefined, value < 0 ? undefined : l.expression(value));
    }
    case kind.typed_default_parameter: {
      const name = firstNamed(l, node);
      const type = nextNamed(l, name, end);
      const value = type < 0 ? -1 : nextNamed(l, type, end);
      return made(l, node, name, plain, type < 0 ? undefined : l.expression(type), value < 0 ? undefined : l.expression(value));
    }
    case kind.tuple_pattern:
      // Python 2's `def f((a, b))`: a parameter that no name reaches.
      l.errors.push({ s: table.start(node), e: table.end(node) });
      return { n: "", kind: plain, s: table.start(node), e: table.end(node) };
    default:
      return undefined;
  }
}

function made(l: Lowering, node: number, named: number, plain: ParamKind, annotation?: Expr, initial?: Expr): Param {
  const { table } = l;
  const at = table.kind(named);
  const splat = at === kind.list_splat_pattern || at === kind.dictionary_splat_pattern;
  const name = splat ? firstNamed(l, named) : named;
  const param: { n: string; kind: ParamKind; s: number; e: number; a?: Expr; d?: Expr } = {
    n: name < 0 ? "" : nameOf(l, name),
    kind: at === kind.list_splat_pattern ? "var" : at === kind.dictionary_splat_pattern ? "kwvar" : plain,
    s: table.start(node),
    e: table.end(node),
  };
  if (annotation) param.a = annotation;
  if (initial) param.d = initial;
  return param;
}
