import { constant, knownText, modelClass, native, none, symbolic, unknown, visiblePlace, writtenInModule, type ClassValue, type NativeCall, type Value } from "@muster/python";
import type { Site } from "../site.ts";

/** `django.conf.settings`: what the project at hand defines, and Django's defaults. */
export function settingsModels(site: Site): readonly (readonly [string, Value])[] {
  const read = (call: NativeCall): Value => {
    const name = knownText(call.get(0)) ?? "";
    const place = visiblePlace(call.machine, call.place);
    const project = site.projectAt(call.machine, place);
    return project?.setting(call.machine, name, place) ?? unknown(project ? `the settings ${project.module.name} do not define ${name}` : "which settings are used is not known", call.place);
  };
  const has = (call: NativeCall): Value | undefined => {
    const name = knownText(call.get(0));
    const place = visiblePlace(call.machine, call.place);
    const project = site.projectAt(call.machine, place);
    return name === undefined || project === undefined ? undefined : constant(project.setting(call.machine, name, place) !== undefined);
  };
  const cls: ClassValue = modelClass({ name: "django.conf.LazySettings", methods: { __getattr__: read, configure: () => none }, properties: { has } });
  const written = (call: NativeCall): Value => {
    const [name, key] = [knownText(call.get(0)), knownText(call.get(1))];
    const project = site.projectAt(call.machine, visiblePlace(call.machine, call.place));
    const place = project && !project.cls && name !== undefined ? writtenInModule(call.machine, project.module, name, key) : undefined;
    return place ? unknown("where a setting is written", place) : none;
  };
  return [
    ["muster_django.written", native("muster_django.written", written)],
    ["django.conf.LazySettings", cls],
    ["django.conf.settings", symbolic({ kind: "symbol", name: "django.conf.settings" }, { type: cls })],
  ];
}
