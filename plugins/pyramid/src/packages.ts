import { constant, importDotted, knownText, visiblePlace, type NativeCall, type Place, type Value } from "@muster/python";
import { nameOf } from "@muster/web";

/** The package of the code that called the library: what relative names start from. */
export function packageHere(call: NativeCall): Value {
  return constant(packageOfPlace(visiblePlace(call.machine, call.place)));
}

/** The package that a module is, or that a function's or module's module is in. */
export function packageOf(call: NativeCall): Value {
  const value = call.get(0);
  switch (value?.kind) {
    case "module":
      return constant(packageOfModule(value.module));
    case "function":
      return constant(packageOfPlace(value.place));
    case "method":
      return value.func.kind === "function" ? constant(packageOfPlace(value.func.place)) : constant(null);
    default:
      return constant(null);
  }
}

function packageOfPlace(place: Place): string {
  return packageOfModule(place.module);
}

function packageOfModule({ name, path }: Place["module"]): string {
  return /(^|\/)__init__\.py$/.test(path) ? name : name.split(".").slice(0, -1).join(".");
}

/** What a dotted name stands for, `.views` from a package; anything but a text is itself. */
export function resolved(call: NativeCall): Value | undefined {
  const value = call.get(0);
  const text = value?.kind === "const" && typeof value.value !== "string" ? undefined : knownText(value);
  if (text === undefined) return value;
  const base = call.get(1);
  const from = base?.kind === "module" ? packageOfModule(base.module) : (knownText(base) ?? "");
  return importDotted(call.machine, absolute(text.replace(":", "."), from), call.place);
}

/** `..views` from `a.b` is `a.views`. */
function absolute(dotted: string, from: string): string {
  const dots = /^\.+/.exec(dotted)?.[0].length ?? 0;
  if (dots === 0) return dotted;
  const parts = from.split(".");
  return [...parts.slice(0, parts.length - dots + 1), ...dotted.slice(dots).split(".")].filter((part) => part !== "").join(".");
}

/** `scan(ignore=…)`: names of modules, absolute or relative, one or several; what is given as a function is not asked. */
export function isIgnored(call: NativeCall): Value {
  const name = knownText(call.get(0)) ?? "";
  const ignore = call.get(1);
  const given = ignore?.kind === "list" || ignore?.kind === "tuple" ? ignore.items.map((item) => item.value) : ignore ? [ignore] : [];
  return constant(given.map((one) => knownText(one)).some((one) => one !== undefined && (name === one || name.startsWith(`${one}.`) || (one.startsWith(".") && `${name}.`.includes(`${one}.`)))));
}

/** Packages that bring renderers, sessions, transactions and the like: including them adds no route. */
const harmless = new Set(
  "pyramid_jinja2 pyramid_mako pyramid_chameleon pyramid_tm pyramid_retry pyramid_zodbconn pyramid_beaker pyramid_mailer pyramid_exclog pyramid_services pyramid_redis_sessions pyramid_session_redis pyramid_nacl_session pyramid_storage pyramid_webassets pyramid_sqlalchemy pyramid_heroku pyramid_celery pyramid_dogpile_cache pyramid_assetmutator pyramid_jwt pyramid_multiauth pyramid_authsanity pyramid_layout".split(" "),
);

export function isHarmless(call: NativeCall): Value {
  const value = call.get(0);
  return constant(value !== undefined && harmless.has(nameOf(value).split(".")[0] ?? ""));
}
