import { modelClass } from "../framework.ts";
import type { NativeCall } from "../evaluate/native-call.ts";
import { constant, instanceOf, none, sequence } from "../values/make.ts";
import { knownText } from "../values/text.ts";
import type { ClassValue, Value } from "../values/value.ts";

/** `urllib.parse`, as far as settings take addresses apart. */
export function addressModels(): readonly (readonly [string, Value])[] {
  return [
    ["urllib.parse.urlparse", { kind: "native", name: "urllib.parse.urlparse", call: parsed }],
    ["urllib.parse.urlsplit", { kind: "native", name: "urllib.parse.urlsplit", call: parsed }],
    ["urllib.parse.urljoin", { kind: "native", name: "urllib.parse.urljoin", call: joined }],
  ];
}

/** RFC 3986 appendix B: scheme, authority, path, query, fragment. */
const reference = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;
const names = ["scheme", "netloc", "path", "query", "fragment"] as const;

const result: ClassValue = modelClass({
  name: "urllib.parse.ParseResult",
  methods: {
    geturl: (call) => attribute(call, "@text"),
    __iter__: (call) => sequence("tuple", names.map((name) => attribute(call, name) ?? none)),
  },
});

function attribute(call: NativeCall, name: string): Value | undefined {
  return call.self.kind === "instance" ? call.self.attributes.get(name) : undefined;
}

function parsed(call: NativeCall): Value | undefined {
  const value = call.get(0, "url") ?? call.get(0, "urlstring");
  const text = knownText(value);
  const match = text === undefined ? undefined : reference.exec(text);
  if (!value || text === undefined || !match) return undefined;
  const soft = value.kind === "const" && value.soft === true;
  const made = instanceOf(result, call.place);
  for (const [index, name] of names.entries()) made.attributes.set(name, constant(match[index + 1] ?? "", soft));
  const [host = "", port] = (match[2] ?? "").replace(/^.*@/s, "").split(/:(?=\d*$)/);
  made.attributes.set("hostname", constant(host === "" ? null : host.toLowerCase(), soft));
  made.attributes.set("port", constant(port === undefined || port === "" ? null : Number(port), soft));
  made.attributes.set("@text", value);
  return made;
}

/** RFC 3986 §5.2.2 for a base with or without an authority; `..` segments are not known to be followed. */
function joined(call: NativeCall): Value | undefined {
  const [base, path] = [call.get(0, "base"), call.get(1, "url")];
  const [from, to] = [knownText(base), knownText(path)];
  if (from === undefined || to === undefined || /(^|\/)\.\.?(\/|$)/.test(to)) return undefined;
  const soft = [base, path].some((value) => value?.kind === "const" && value.soft === true);
  if (to === "" || /^[a-z][a-z0-9+.-]*:/i.test(to)) return constant(to === "" ? from : to, soft);
  const match = reference.exec(from);
  const origin = `${match?.[1] === undefined ? "" : `${match[1]}:`}${match?.[2] === undefined ? "" : `//${match[2]}`}`;
  if (to.startsWith("/")) return constant(origin + to, soft);
  const folder = (match?.[3] ?? "").replace(/[^/]*$/, "");
  return constant(origin + (folder === "" && origin !== "" ? "/" : folder) + to, soft);
}
