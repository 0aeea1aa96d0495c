import type { Sources } from "@muster/plugin-tester/sources";
import type { Random } from "../random.ts";
import { conditions, underCondition, type Condition } from "./condition.ts";
import { PythonProject, type PythonModule } from "./project.ts";
import { reaches, reachName, type Reach } from "./reach.ts";
import { textForms, type Text } from "./text-form.ts";

/** A resource or view, and how it is put on what holds it. */
export type FlaskPart<A extends string> = { readonly id: number; readonly answered: A; readonly methods: readonly string[]; readonly path: Text };
/** What an extension of Flask collects parts in: a namespace, a blueprint, a second `Api`. */
export type FlaskHolder<A extends string, H extends string> = { readonly id: number; readonly attached: H; readonly prefix: Text; readonly reach: Reach; readonly condition: Condition; readonly parts: readonly FlaskPart<A>[] };
export type FlaskParts<A extends string, H extends string> = { readonly isFactory: boolean; readonly isLate: boolean; readonly prefix: Text; readonly parts: readonly FlaskPart<A>[]; readonly holders: readonly FlaskHolder<A, H>[] };

export interface FlaskPartsSpec<A extends string, H extends string> {
  readonly answered: readonly [A, ...A[]];
  readonly attached: readonly [H, ...H[]];
  readonly paths: (id: number) => readonly [string, ...string[]];
  /** Of the extension as a whole. */
  readonly prefixes: readonly [string, ...string[]];
}

export function makeFlaskParts<A extends string, H extends string>(random: Random, { answered, attached, paths, prefixes }: FlaskPartsSpec<A, H>): FlaskParts<A, H> {
  let ids = 0;
  const text = (written: string): Text => ({ text: written, written: random.mostly(textForms) });
  const part = (): FlaskPart<A> => {
    const id = ++ids;
    return { id, answered: random.mostly(answered), methods: random.some(["get", "post", "put", "patch", "delete"]), path: text(random.pick(paths(id))) };
  };
  const holder = (): FlaskHolder<A, H> => {
    const id = ++ids;
    return { id, attached: random.mostly(attached), prefix: text(random.pick([`/b${id}`, `/b${id}/more`, `/b${id}/<part${id}>`])), reach: random.mostly(reaches), condition: random.chance(0.8) ? "always" : random.pick(conditions), parts: random.list(1, 3, part) };
  };
  return { isFactory: random.chance(0.5), isLate: random.chance(0.3), prefix: { text: random.pick(prefixes), written: random.mostly(textForms) }, parts: random.list(1, 3, part), holders: random.list(0, 3, holder) };
}

export interface FlaskPartsWriter<A extends string, H extends string> {
  readonly imports: string;
  /** Makes `api`, and puts it on `app` at once or, late, with what `finish` adds. */
  readonly begin: (project: PythonProject, main: PythonModule, application: FlaskParts<A, H>, depth: number) => void;
  readonly finish?: (main: PythonModule, application: FlaskParts<A, H>, depth: number) => void;
  /** Defines a holder in a module of its own; yields the name that is reached from `main`. */
  readonly hold: (project: PythonProject, module: PythonModule, holder: FlaskHolder<A, H>) => string;
  /** Puts what was reached on the application. */
  readonly attach: (project: PythonProject, main: PythonModule, holder: FlaskHolder<A, H>, reached: string, depth: number) => void;
  readonly part: (project: PythonProject, module: PythonModule, on: string, part: FlaskPart<A>, depth: number) => void;
}

export function renderFlaskParts<A extends string, H extends string>(writer: FlaskPartsWriter<A, H>, application: FlaskParts<A, H>): Sources {
  const project = new PythonProject();
  const main = project.module("main");
  const depth = application.isFactory ? 1 : 0;
  main.add(writer.imports);
  if (application.isFactory) main.add("def create_app():");
  writer.begin(project, main, application, depth);
  for (const part of application.parts) writer.part(project, main, "api", part, depth);
  for (const holder of application.holders) {
    underCondition(main, holder.condition, depth, (inner) => {
      const module = project.module(`parts.part_${holder.id}`);
      module.add(writer.imports);
      const name = writer.hold(project, module, holder);
      writer.attach(project, main, holder, reachName(project, holder.reach, main, module, name, inner), inner);
    });
  }
  writer.finish?.(main, application, depth);
  if (application.isFactory) main.add("    return app\napp = create_app()");
  return project.sources();
}

/** A class with a method for each verb. */
export function verbClass(name: string, base: string, methods: readonly string[], before = ""): string {
  return `class ${name}(${base}):\n${methods.map((method) => `${before}    def ${method}(self, **values):\n        return {}`).join("\n")}`;
}
