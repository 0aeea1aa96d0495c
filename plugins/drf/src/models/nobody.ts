import { call as callValue, instanceOf, label, modelClass, native, no, noArguments, none, sequence, symbolic, termOf, union, yes, type NativeCall, type Value } from "@muster/python";

/** Who is not signed in, as an object: what is found by such a user, or compared with one, depends on who calls. */
export function nobodyModels(): readonly (readonly [string, Value])[] {
  return [
    [
      "muster_drf.as_nobody",
      native("muster_drf.as_nobody", (call) => {
        const user = call.get(0) ?? none;
        if (user.kind === "instance" && call.machine.mode === "anonymous") {
          user.attributes.set("@caller", symbolic({ kind: "unknown", reason: "nobody is signed in" }, { labels: label.credential, place: call.place, lean: { truth: false, strong: true } }));
        }
        return user;
      }),
    ],
    ["muster_drf.as_somebody", native("muster_drf.as_somebody", asSomebody)],
    ["muster_drf.by_contract", native("muster_drf.by_contract", byContract)],
    ["muster_drf.settled", native("muster_drf.settled", settled)],
  ];
}

/** `settled(run)`: what refusals may come of it is dealt with in it, and no handler around it waits for one. */
function settled(call: NativeCall): Value | undefined {
  const { machine } = call;
  const run = call.get(0);
  const before = machine.uncertain;
  try {
    return run && callValue(machine, run, noArguments, call.place);
  } finally {
    machine.uncertain = before;
  }
}

/** In the run of one who is signed in, whom an authenticator answers with is the caller, however it found them: a row, a token's user, a lazy object. */
function callersOf(call: NativeCall, found: Value): Value {
  if (found.kind === "union") return union(found.options.map((option) => callersOf(call, option)), call.place);
  if (found.kind !== "tuple" || call.machine.mode !== "trace") return found;
  return { ...found, items: found.items.map((item, position) => (position === 0 ? { ...item, value: asCaller(call, item.value) } : item)) };
}

function asCaller(call: NativeCall, user: Value): Value {
  if (user.kind !== "symbolic" && !(user.kind === "instance" && user.class.name === "muster.Proxy")) return user;
  return symbolic({ kind: "principal", guard: "an authenticator" }, { labels: label.principal, place: call.place, type: user.kind === "symbolic" ? user.type : undefined });
}

const somebody = modelClass({ name: "muster_drf.Somebody", properties: { is_authenticated: () => yes, is_anonymous: () => no } });

/** Whom an authenticator names without having asked the caller for anything is a user like any other: signed in. */
function asSomebody(call: NativeCall): Value {
  const user = call.get(0) ?? none;
  return call.machine.mode === "anonymous" && user.kind === "symbolic" && user.labels === 0 && !user.pending ? instanceOf(somebody, call.place) : user;
}

/**
 * What an authenticator from outside the repository answers. By the library's documentation it knows only whom it verified;
 * like what is looked up by a credential, that counts where the code then turns away whoever is not known.
 */
function byContract(call: NativeCall): Value {
  const found = call.get(0) ?? none;
  if (found.kind !== "symbolic" && found.kind !== "external") return callersOf(call, found);
  call.machine.seen.add("custom");
  if (call.machine.mode !== "anonymous") {
    const principal = symbolic({ kind: "principal", guard: "an authenticator" }, { labels: label.principal, place: call.place });
    return sequence("tuple", [principal, principal]);
  }
  return symbolic(termOf(found), { labels: label.credential, place: call.place, reason: "an authenticator from outside the repository", lean: { truth: false, strong: false } });
}
