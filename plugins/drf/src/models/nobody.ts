import { label, native, none, symbolic, type Value } from "@muster/python";

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
  ];
}
