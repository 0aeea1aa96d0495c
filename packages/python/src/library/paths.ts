import type { NativeCall } from "../evaluate/native-call.ts";
import { modelClass } from "../framework.ts";
import { constant, instanceOf, native } from "../values/make.ts";
import { concat, knownText, textOf } from "../values/text.ts";
import type { ClassValue, Place, Value } from "../values/value.ts";

/**
 * `os.path` and `pathlib` as far as texts go. What `__file__` says is relative to the scanned folder, and so is what is
 * derived from it: a path that is made absolute or resolved stays as it is.
 */
export function pathModels(): readonly (readonly [string, Value])[] {
  const functions: Record<string, (call: NativeCall) => Value | undefined> = {
    join: (call) => joined(call.args.positional),
    dirname: (call) => onText(call, folderOf),
    basename: (call) => onText(call, (path) => path.slice(path.lastIndexOf("/") + 1)),
    abspath: (call) => call.get(0) && textOf(call.get(0) as Value, call.place),
    realpath: (call) => call.get(0) && textOf(call.get(0) as Value, call.place),
    normpath: (call) => onText(call, normalised),
    expanduser: (call) => call.get(0),
  };
  return [
    ...["os.path", "posixpath"].flatMap((module) => Object.entries(functions).map(([name, run]): readonly [string, Value] => [`${module}.${name}`, native(`${module}.${name}`, run)])),
    ...["pathlib.Path", "pathlib.PurePath", "pathlib.PosixPath", "pathlib.PurePosixPath"].map((name): readonly [string, Value] => [name, pathClass]),
  ];
}

function onText(call: NativeCall, change: (path: string) => string): Value | undefined {
  const path = call.get(0);
  const known = knownText(path && textOf(path));
  return known === undefined ? undefined : constant(change(known));
}

/** `os.path.join`: an absolute part begins anew; an empty one adds nothing. */
function joined(parts: readonly Value[]): Value {
  const pieces: Value[] = [];
  for (const part of parts) {
    const known = knownText(textOf(part));
    if (known?.startsWith("/")) pieces.length = 0;
    const before = pieces.at(-1);
    if (before && !knownText(before)?.endsWith("/") && knownText(concat(pieces)) !== "") pieces.push(constant("/"));
    pieces.push(textOf(part));
  }
  return concat(pieces);
}

function folderOf(path: string): string {
  const cut = path.lastIndexOf("/");
  return cut < 0 ? "" : cut === 0 ? "/" : path.slice(0, cut);
}

function normalised(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return (path.startsWith("/") ? "/" : "") + parts.join("/");
}

const pathClass: ClassValue = modelClass({
  name: "pathlib.PurePath",
  construct: (call) => pathOf(joined(call.args.positional), call.place),
  methods: {
    __truediv__: (call) => pathOf(joined([call.self, ...call.args.positional]), call.place),
    __rtruediv__: (call) => pathOf(joined([...call.args.positional, call.self]), call.place),
    joinpath: (call) => pathOf(joined([call.self, ...call.args.positional]), call.place),
    resolve: (call) => call.self,
    absolute: (call) => call.self,
    expanduser: (call) => call.self,
    as_posix: (call) => textOf(call.self),
    __str__: (call) => textOf(call.self),
    __fspath__: (call) => textOf(call.self),
  },
  properties: {
    parent: (call) => changed(call, folderOf),
    name: (call) => textPart(call, (path) => path.slice(path.lastIndexOf("/") + 1)),
    stem: (call) => textPart(call, (path) => path.slice(path.lastIndexOf("/") + 1).replace(/(?<=.)\.[^.]*$/, "")),
  },
});

function pathOf(text: Value, place: Place): Value {
  const made = instanceOf(pathClass, place);
  made.attributes.set("text", text);
  return made;
}

function changed(call: NativeCall, change: (path: string) => string): Value | undefined {
  const known = knownText(textOf(call.self));
  return known === undefined ? undefined : pathOf(constant(change(known)), call.place);
}

function textPart(call: NativeCall, part: (path: string) => string): Value | undefined {
  const known = knownText(textOf(call.self));
  return known === undefined ? undefined : constant(part(known));
}
