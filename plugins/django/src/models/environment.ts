import { knownText, native, none, visiblePlace, type NativeCall, type Value } from "@muster/python";
import type { Site } from "../site.ts";

/** `os.environ.setdefault("DJANGO_SETTINGS_MODULE", …)` in `manage.py` and `wsgi.py`: the programs name their settings. */
export function environmentModels(site: Site): readonly (readonly [string, Value])[] {
  const note = (call: NativeCall, isDefault: boolean): Value => {
    const name = knownText(call.get(0));
    const value = call.get(1);
    if ((name === "DJANGO_SETTINGS_MODULE" || name === "DJANGO_CONFIGURATION") && value) {
      site.named.push({ name, value, place: visiblePlace(call.machine, call.place), isDefault, conditional: call.conditions !== undefined });
    }
    return value ?? none;
  };
  return [
    ["os.environ.setdefault", native("os.environ.setdefault", (call) => note(call, true))],
    ["os.environ.__setitem__", native("os.environ.__setitem__", (call) => note(call, false))],
    ["os.putenv", native("os.putenv", (call) => note(call, false))],
  ];
}
