import { expect, test } from "vitest";
import { smaller } from "./smaller.ts";

type Node = { readonly made: string; readonly members: readonly Node[] };

const leaf = (made: string): Node => ({ made, members: [] });

test("lists lose halves and elements, members take the place of their node, fields become simple", () => {
  const tree: Node = { made: "factory", members: [{ made: "plain", members: [leaf("plain")] }, leaf("loop")] };
  const all = [...smaller(tree, { fields: { made: "plain" }, members: "members" })];
  expect(all[0]).toEqual({ ...tree, made: "plain" });
  expect(all).toContainEqual({ made: "factory", members: [leaf("loop")] });
  expect(all).toContainEqual({ made: "factory", members: [leaf("plain"), leaf("loop")] });
  expect(all).toContainEqual({ made: "factory", members: [tree.members[0], leaf("plain")] });
});

test("each is smaller or simpler, so that shrinking ends", () => {
  let tree: Node = { made: "factory", members: [{ made: "loop", members: [leaf("loop"), leaf("loop"), leaf("plain")] }] };
  for (let step = 0; step < 50; step++) {
    const next: Node | undefined = [...smaller(tree, { fields: { made: "plain" }, members: "members" })].at(-1);
    if (next === undefined) return;
    tree = next;
  }
  expect.unreachable("shrinking went on and on");
});

test("the simplest tree has nothing smaller", () => {
  expect([...smaller(leaf("plain"), { fields: { made: "plain" } })]).toEqual([]);
});
