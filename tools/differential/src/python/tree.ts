import type { Random } from "../random.ts";
import { conditions, underCondition, type Condition } from "./condition.ts";
import type { PythonModule, PythonProject } from "./project.ts";
import { reaches, reachName, type Reach } from "./reach.ts";
import { textForms, type Text } from "./text-form.ts";

/** Something that answers on a path: `A` says how it is written. */
export type TreeRoute<A extends string> = { readonly kind: "route"; readonly id: number; readonly answered: A; readonly methods: readonly string[]; readonly path: Text; readonly condition: Condition };

/** What holds routes and is put below a prefix: `H` says how it is attached. */
export type TreeGroup<A extends string, H extends string> = {
  readonly kind: "group";
  readonly id: number;
  readonly attached: H;
  readonly prefix: Text;
  readonly reach: Reach;
  /** Null: in the module of what is around it. */
  readonly folder: string | null;
  readonly condition: Condition;
  readonly members: readonly TreeMember<A, H>[];
};

export type TreeMember<A extends string, H extends string> = TreeRoute<A> | TreeGroup<A, H>;

export interface TreeSpec<A extends string, H extends string> {
  readonly answered: readonly [A, ...A[]];
  readonly attached: readonly [H, ...H[]];
  readonly verbs: readonly [string, ...string[]];
  /** Each with the number in it, so that no path occurs twice. */
  readonly paths: (id: number) => readonly [string, ...string[]];
  readonly prefixes: (id: number) => readonly [string, ...string[]];
  /** Groups within groups. */
  readonly deepest: number;
}

/** Members of a random application: routes, and groups of them within each other. */
export function makeTree<A extends string, H extends string>(random: Random, spec: TreeSpec<A, H>): readonly TreeMember<A, H>[] {
  let ids = 0;
  const text = (written: string): Text => ({ text: written, written: random.mostly(textForms) });
  const condition = (): Condition => (random.chance(0.85) ? "always" : random.pick(conditions));
  const member = (depth: number): TreeMember<A, H> => {
    const id = ++ids;
    if (depth >= spec.deepest || random.chance(0.55)) return { kind: "route", id, answered: random.mostly(spec.answered), methods: random.some(spec.verbs), path: text(random.pick(spec.paths(id))), condition: condition() };
    return { kind: "group", id, attached: random.mostly(spec.attached), prefix: text(random.pick(spec.prefixes(id))), reach: random.mostly(reaches), folder: random.chance(0.3) ? null : random.pick(["", "house", "house.parts"]), condition: condition(), members: random.list(1, 3, () => member(depth + 1)) };
  };
  return random.list(1, 5, () => member(0));
}

/** Where a group is defined: its module, and how deep in it. */
export interface GroupPlace {
  readonly module: PythonModule;
  readonly depth: number;
}

/** The module of a group: that of what is around it, or one of its own with the imports of all. */
export function placeOfGroup(project: PythonProject, parent: PythonModule, depth: number, group: TreeGroup<string, string>, imports: string): GroupPlace {
  if (group.folder === null) return { module: parent, depth };
  const module = project.module(`${group.folder === "" ? "" : `${group.folder}.`}part_${group.id}`);
  module.add(imports);
  return { module, depth: 0 };
}

/** How what is around a group gets at a name of the group's module. */
export function reachGroup(project: PythonProject, parent: PythonModule, depth: number, group: TreeGroup<string, string>, place: GroupPlace, name: string): string {
  return place.module === parent ? name : reachName(project, group.reach, parent, place.module, name, depth);
}

/** Writes each member under its condition. */
export function addMembers<A extends string, H extends string>(module: PythonModule, members: readonly TreeMember<A, H>[], depth: number, route: (one: TreeRoute<A>, depth: number) => void, group: (one: TreeGroup<A, H>, depth: number) => void): void {
  for (const member of members) underCondition(module, member.condition, depth, (inner) => (member.kind === "route" ? route(member, inner) : group(member, inner)));
}

/** The simplest of what every tree has, for making applications smaller. */
export const simplestTree = { reach: "from", folder: null, condition: "always", written: "literal" } as const;
