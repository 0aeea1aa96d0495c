import { isLibrary, native, type NativeCall, type NativeFunction, type Value } from "@muster/python";

/** A native for library modules alone: what a repository calls by this name is something else, and not known. */
export function forLibrary(name: string, run: (call: NativeCall) => Value | undefined): NativeFunction {
  return native(name, (call) => (isLibrary(call.place.module.path) ? run(call) : undefined));
}
