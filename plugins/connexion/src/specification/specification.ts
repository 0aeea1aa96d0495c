import { pathFrom, textIn, valueAt, type Document, type DocumentNode, type Machine, type Place } from "@muster/python";

/** A node, and the document that it is written in: none for what code wrote. */
export interface Located {
  readonly node: DocumentNode;
  readonly document: Document | undefined;
}

/** References within references; a circle ends here. */
const mostReferences = 20;

/** A specification under evaluation: follows references between its files, and fills in the arguments of its template. */
export class Specification {
  readonly root: Located;
  /** Where code that has no document wrote it. */
  readonly #written: Place;
  readonly #machine: Machine;
  readonly #arguments: ReadonlyMap<string, string>;
  /** What it refers to and is not there. */
  readonly broken: { readonly reason: string; readonly place: Place }[] = [];

  constructor(machine: Machine, root: Located, written: Place, given: ReadonlyMap<string, string>) {
    this.#machine = machine;
    this.root = root;
    this.#written = written;
    this.#arguments = given;
  }

  /** Where something of it is written. */
  place(at: { readonly s: number; readonly e: number }, document: Document | undefined): Place {
    return document?.place(at) ?? this.#written;
  }

  /** The value under a key, references followed; undefined where there is none. */
  at(of: Located | undefined, key: string): Located | undefined {
    const node = valueAt(of?.node, key);
    return node && of && this.follow({ node, document: of.document });
  }

  /** The text under a key, with the template's arguments filled in. */
  text(of: Located | undefined, key: string): string | undefined {
    const text = textIn(this.at(of, key)?.node);
    return text === undefined ? undefined : this.fill(text);
  }

  /** `{{ name }}` becomes the argument of that name; what is not known of it stays as it is. */
  fill(text: string): string {
    return text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => this.#arguments.get(name) ?? whole);
  }

  /** What a node stands for that may be `{$ref: …}`. */
  follow(from: Located): Located | undefined {
    let at: Located = from;
    for (let hop = 0; hop < mostReferences; hop++) {
      const reference = textIn(valueAt(at.node, "$ref"));
      if (reference === undefined) return at;
      const target = this.#target(this.fill(reference), at);
      if (!target) return undefined;
      at = target;
    }
    this.#lose("its references go round in a circle", at);
    return undefined;
  }

  #target(reference: string, from: Located): Located | undefined {
    const [file = "", pointer = ""] = reference.split("#", 2);
    const base = file === "" ? (from.document ? { node: from.document.root, document: from.document } : this.root) : this.#file(file, from);
    if (!base) return undefined;
    let node: DocumentNode | undefined = base.node;
    for (const name of pointer.split("/").slice(1)) {
      const key = decoded(name);
      node = valueAt(node, key) ?? (node && "l" in node ? node.l[Number(key)] : undefined);
    }
    if (node) return { node, document: base.document };
    this.#lose(`${reference} refers to nothing`, from);
    return undefined;
  }

  #file(file: string, from: Located): Located | undefined {
    // Connexion looks beside the specification; tools that bundle one look beside the file that refers.
    const folders = [from.document, this.root.document].flatMap((document) => (document ? [folderOf(document.path)] : []));
    let reason = `${file} is not there`;
    for (const folder of new Set(folders.length > 0 ? folders : [folderOf(this.#written.module.path)])) {
      const path = pathFrom(folder, file);
      if (path === undefined) {
        reason = `${file} lies outside of the repository`;
        continue;
      }
      const state = this.#machine.document(path);
      if (state.status === "known") return { node: state.document.root, document: state.document };
      if (state.status === "failed") reason = state.reason;
    }
    this.#lose(reason, from);
    return undefined;
  }

  #lose(reason: string, at: Located): void {
    this.broken.push({ reason, place: this.place(at.node, at.document) });
  }
}

function decoded(name: string): string {
  const plain = name.replaceAll("~1", "/").replaceAll("~0", "~");
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
