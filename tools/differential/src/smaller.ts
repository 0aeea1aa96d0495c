/** Plain data: what descriptions are made of. */
export type Tree = string | number | boolean | null | readonly Tree[] | { readonly [field: string]: Tree };

export interface Simplest {
  /** The simplest value of fields by name: `{ form: "decorator" }`. */
  readonly fields: Readonly<Record<string, Tree>>;
  /** Name of the field that holds the members of a node: a node among them may be replaced by its own members. */
  readonly members?: string;
}

/** {@link smallerTrees} of a description. Each has its shape: lists lose elements, and simplest values are of their field's own type. */
export function smaller<T extends Tree>(description: T, simplest: Simplest): Iterable<T> {
  return smallerTrees(description, simplest) as Iterable<T>;
}

/**
 * All trees that are smaller than this one by a step: without half of a list or one element of it, with the members of a node in its place,
 * with a field at its simplest. The outermost steps come first, as they take the most away.
 */
function* smallerTrees(tree: Tree, simplest: Simplest, field?: string): Iterable<Tree> {
  if (isList(tree)) {
    yield* smallerList(tree, field === undefined || field !== simplest.members ? undefined : field);
    for (const [index, element] of tree.entries()) for (const smaller of smallerTrees(element, simplest)) yield tree.with(index, smaller);
    return;
  }
  if (typeof tree !== "object" || tree === null) return;
  for (const [name, value] of Object.entries(simplest.fields)) {
    if (name in tree && JSON.stringify(tree[name]) !== JSON.stringify(value)) yield { ...tree, [name]: value };
  }
  for (const [name, value] of Object.entries(tree)) for (const smaller of smallerTrees(value, simplest, name)) yield { ...tree, [name]: smaller };
}

/** @param members Where nodes of the list may be replaced by their own: the field of those. */
function* smallerList(list: readonly Tree[], members: string | undefined): Iterable<Tree> {
  const half = Math.ceil(list.length / 2);
  if (list.length > 2) yield* [list.slice(0, half), list.slice(half)];
  for (const index of list.keys()) yield list.toSpliced(index, 1);
  if (members === undefined) return;
  for (const [index, element] of list.entries()) {
    const inner = membersOf(element, members);
    if (inner !== undefined) yield [...list.slice(0, index), ...inner, ...list.slice(index + 1)];
  }
}

/** Those of the node itself, or of the first node that it holds. */
function membersOf(tree: Tree, name: string): readonly Tree[] | undefined {
  if (typeof tree !== "object" || tree === null || isList(tree)) return undefined;
  const own = tree[name];
  if (own !== undefined && isList(own)) return own;
  for (const value of Object.values(tree)) {
    const found = membersOf(value, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isList(tree: Tree): tree is readonly Tree[] {
  return Array.isArray(tree);
}
