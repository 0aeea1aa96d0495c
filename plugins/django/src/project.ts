import { getAttribute, instanceOf, readModule, spanOfPlace, type ClassValue, type Instance, type Machine, type Module, type Place, type Value } from "@muster/python";
import type { Span } from "@muster/contract";
import { defaultSetting } from "./default-settings.ts";

/** One settings module, or one class of a settings module (django-configurations), and what a server that uses it is called. */
export class Project {
  readonly module: Module;
  /** Folder that the settings' dotted name starts from. */
  readonly root: string;
  /** How a server names it: `shop.wsgi:application`, or the settings where no such program was found. */
  readonly name: string;
  readonly place: Place;
  /** A program names it. */
  readonly isNamed: boolean;
  /** The class that holds the settings, where it is not the module itself. */
  readonly cls: ClassValue | undefined;
  readonly #object: Instance | undefined;

  constructor(options: { readonly module: Module; readonly root: string; readonly name: string; readonly place: Place; readonly isNamed: boolean; readonly cls?: ClassValue }) {
    this.module = options.module;
    this.root = options.root;
    this.name = options.name;
    this.place = options.place;
    this.isNamed = options.isNamed;
    this.cls = options.cls;
    this.#object = options.cls && instanceOf(options.cls, options.place);
  }

  get span(): Span {
    return spanOfPlace(this.place);
  }

  /** A setting as the project defines it; undefined where it leaves it to Django. */
  own(machine: Machine, name: string, place: Place): Value | undefined {
    const object = this.#object;
    if (!object) return readModule(machine, this.module, name, place);
    if (!object.class.mro.some((cls) => cls.attributes.has(name))) return undefined;
    return getAttribute(machine, object, name, place);
  }

  /** A setting, with Django's default; undefined where nobody defines it. */
  setting(machine: Machine, name: string, place: Place): Value | undefined {
    return this.own(machine, name, place) ?? defaultSetting(name);
  }
}
