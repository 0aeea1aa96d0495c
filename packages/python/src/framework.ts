import type { Application, Endpoint, Framework, GraphqlOperation, Guard, Posture, Step, Term, UnboundParameter, Unresolved } from "@muster/contract";
import type { Exit } from "./evaluate/frame.ts";
import type { NativeCall } from "./evaluate/native-call.ts";
import type { Machine } from "./evaluate/machine.ts";
import { Namespace } from "./reuse/heap.ts";
import { native } from "./values/make.ts";
import type { ClassValue, Place, Value } from "./values/value.ts";

export interface ClassModel {
  /** Fully qualified name. */
  readonly name: string;
  readonly bases?: readonly ClassValue[];
  /** By name; each is called with the object as `self`. A method that returns undefined is noted and its result is unknown. */
  readonly methods?: { readonly [name: string]: (call: NativeCall) => Value | undefined };
  /** Attributes that are computed when read. One called `has` answers by true or false whether there is an attribute of the name that it is given. */
  readonly properties?: { readonly [name: string]: (call: NativeCall) => Value | undefined };
  readonly attributes?: { readonly [name: string]: Value };
  /** What creating one yields, where that is no object of the class. */
  readonly construct?: (call: NativeCall) => Value | undefined;
}

/** A class of a library whose behaviour is modelled. */
export function modelClass(model: ClassModel): ClassValue {
  const attributes = Namespace.outside(model.name);
  for (const [name, method] of Object.entries(model.methods ?? {})) attributes.set(name, native(`${model.name}.${name}`, method));
  for (const [name, property] of Object.entries(model.properties ?? {})) attributes.set(`@${name}`, native(`${model.name}.${name}`, property));
  for (const [name, value] of Object.entries(model.attributes ?? {})) attributes.set(name, value);
  const bases = model.bases ?? [];
  const cls: ClassValue & { mro: ClassValue[] } = { kind: "class", name: model.name, bases, mro: [], attributes, fields: new Map(), opaque: false, ...(model.construct && { construct: model.construct }) };
  cls.mro = [cls, ...bases.flatMap((base) => base.mro).filter((one, index, all) => all.indexOf(one) === index)];
  return cls;
}

/** An endpoint as a framework finds it, before anyone asked who may call it. */
export interface FoundEndpoint {
  readonly endpoint: Omit<Endpoint, "id" | "posture" | "proof" | "reason" | "guards" | "unbound">;
  /** Runs the request's way through the framework. Called again when modules that it asked for have been loaded. */
  judge(machine: Machine): EndpointJudgement;
  /** Runs the handler for a signed-in caller; what it does goes to the machine's recorder. */
  run(machine: Machine): readonly Exit[];
  /** All that `judge`, `run` and `around` are made of besides what they read of the program: values, and plain data. Where it is absent, what they come to is not kept for the next commit. */
  readonly basis?: unknown;
  /** What runs around the handler and is no part of `run`, outermost first. */
  readonly around?: readonly FoundSurrounding[];
}

/** Middleware, or a function before or after each request. */
export interface FoundSurrounding {
  readonly name: string;
  readonly place: Place;
  /** Tells it apart from others of its name and place. */
  readonly key?: string;
  /** Runs it for the request at hand of a signed-in caller: where the request went on, or the answer came back. Undefined where it could not be followed. */
  readonly run: ((machine: Machine) => { readonly exits: readonly Exit[]; /** It looked at the request's own method or path. */ readonly touched: boolean }) | undefined;
}

/** What code sets up once, as a framework's models noted it. */
export interface FoundDeclaration {
  readonly of: string;
  readonly place: Place;
  readonly subjects?: readonly string[];
  readonly given: readonly { readonly name: string; readonly value: Term }[];
  readonly conditional: boolean;
  /** What runs each time. */
  readonly runs?: { readonly symbol: string; run(machine: Machine): readonly Exit[] };
}

export interface EndpointJudgement {
  readonly guards: readonly Guard[];
  readonly posture: Posture;
  readonly proof: readonly Step[];
  readonly reason?: string;
  readonly unbound?: readonly UnboundParameter[];
  /** Of an endpoint that serves GraphQL. */
  readonly operations?: readonly GraphqlOperation[];
}

export interface Inventory {
  /** `id` tells them apart within the inventory (endpoints name it), where names may repeat; the linker puts the stable one in its place. */
  readonly applications: readonly Application[];
  readonly endpoints: readonly FoundEndpoint[];
  readonly unresolved: readonly Unresolved[];
  readonly mounts: { readonly resolved: number; readonly unresolved: number };
  readonly routes: { readonly resolved: number; readonly unresolved: number };
  /** What applications mount that this framework does not know: it may be another's application. */
  readonly foreign?: readonly ForeignMount[];
  /** The id of the application that a value is, where the place at which the value was made does not tell. */
  readonly applicationOf?: (value: Value) => string | undefined;
}

/** An application below a prefix that is not of the mounting framework. */
export interface ForeignMount {
  /** Id of the mounting application. */
  readonly application: string;
  readonly value: Value;
  /** Full template, without a slash at its end. */
  readonly prefix: string;
  /** An endpoint of the mounting application for a method and a full path below the prefix, behind what stands around the mount and nothing else. */
  at(method: string, path: string): FoundEndpoint;
  /** What is served, and what is said to be lost, where no framework knows the value. */
  readonly otherwise: readonly FoundEndpoint[];
  readonly lost: readonly Unresolved[];
}

/** What a framework's model consists of. Nothing in it walks syntax: it names classes and functions, and reads what they recorded. */
export interface PythonFramework extends Framework {
  readonly language: "python";
  /**
   * A folder of Python modules that stand for a library's own: `new URL("./library/", import.meta.url)`. They say in Python
   * what the library does, as far as routes and guards depend on it, and are evaluated like the repository's code, so that
   * inheritance, overrides and decorators fall out as they do in Python. A name that such a module does not define is a
   * native of `FrameworkModels.values`, or something outside the repository. No report shows a place inside them.
   */
  readonly library?: URL;
  /**
   * Classes of which an application is an object: functions that make one are called even where the repository does not.
   * With a dot in front, what the name of a call ends in that makes one all the same: `.make_wsgi_app`, `.tree.mount`.
   */
  readonly applications: readonly string[];
  /** Loads the models where linking happens and a file has one of the framework's hints (or the framework has none); each call of what it yields makes fresh ones for one evaluation. Absent where the library modules are all. */
  load?(): Promise<() => FrameworkModels>;
}

export interface FrameworkModels {
  /** By every name they can be imported under. */
  readonly values: Iterable<readonly [string, Value]>;
  /** Values of names that follow a pattern (`fastapi.status.HTTP_404_NOT_FOUND`). */
  readonly name?: (name: string) => Value | undefined;
  /** Whether what a file imports runs at once, as in Python, and not only when a name of it is read: classes of such modules register themselves. */
  readonly importsAtOnce?: (path: string) => boolean;
  /** Reads what evaluation recorded. Called once all modules that name the framework have run. */
  inventory(machine: Machine): Inventory;
  /** What code set up once. Called when endpoints have been judged and traced. */
  declarations?(machine: Machine): readonly FoundDeclaration[];
}
