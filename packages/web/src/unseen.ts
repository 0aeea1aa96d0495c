import { isLibrary, none, record, spanOfPlace, termOf, type NativeCall, type Value } from "@muster/python";

const most = 8;

/**
 * What classes from elsewhere, which come before the last of the library's own in the order in which methods are looked up, may do before this one does: each is noted as a
 * call that was not followed and was given the request. `unseen(self, "dispatch", request)`.
 */
export function unseen(call: NativeCall): Value {
  const [self, name, request] = [call.get(0), call.get(1), call.get(2)];
  if (self?.kind !== "instance" || name?.kind !== "const" || request === undefined || !call.machine.recorder) return none;
  const { mro } = self.class;
  const own = mro.findLastIndex((cls) => cls.place !== undefined && isLibrary(cls.place.module.path) && cls.attributes.has(String(name.value)));
  for (const cls of mro.slice(0, Math.max(own, 0)).filter((one) => one.opaque && one.name !== "builtins.object").slice(0, most)) {
    const callee = { kind: "symbol", name: `${cls.name}.${String(name.value)}` } as const;
    const place = self.class.place ?? call.place;
    record(call.machine, { kind: "call", callee, term: { kind: "call", callee, args: [termOf(request)], keywords: [], span: spanOfPlace(place) } }, place);
  }
  return none;
}
