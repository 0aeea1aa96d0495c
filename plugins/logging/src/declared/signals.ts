import { call as callValue, constant, modelClass, native, none, sequence, symbolic, type Arguments, type ClassValue, type FunctionValue, type Instance, type NativeCall, type Value } from "@muster/python";
import { createdFlag } from "../scene.ts";
import { classesIn, runsFor, subjectsIn, type Notes } from "./notes.ts";

/** Signals that ORMs send when stored objects change, by the library's name of the signal. */
const modelSignals = [
  ...["pre_save", "post_save", "pre_delete", "post_delete", "m2m_changed"].map((name) => `django.db.models.signals.${name}`),
  ...["pre_save", "post_save", "pre_save_post_validation", "pre_delete", "post_delete"].map((name) => `mongoengine.signals.${name}`),
  ...["pre_save", "post_save", "pre_delete", "post_delete"].map((name) => `playhouse.signals.${name}`),
];
const decoratingSignals = ["pre_save", "post_save", "pre_delete", "post_delete"].map((name) => `tortoise.signals.${name}`);

/**
 * Signals: receivers of those that an ORM sends are noted with the models they are about; a signal of the repository's own
 * calls its receivers where it is sent, as it does at run time.
 */
export function signalModels(notes: Notes): readonly (readonly [string, Value])[] {
  const own = ownSignal();
  const note = (signal: string, call: NativeCall, receiver: Value | undefined, sender: Value | undefined): void => notes.add(signal, call, aboutModel(receiver, sender));
  return [
    ["django.dispatch.Signal", own],
    ["django.dispatch.dispatcher.Signal", own],
    ["blinker.Signal", own],
    ["blinker.NamedSignal", own],
    ["blinker.signal", native("blinker.signal", signalOfName(own))],
    ["blinker.Namespace", modelClass({ name: "blinker.Namespace", methods: { signal: signalOfName(own) } })],
    ["django.dispatch.receiver", native("django.dispatch.receiver", (call) => receiverDecorator(note, call))],
    ["django.dispatch.dispatcher.receiver", native("django.dispatch.receiver", (call) => receiverDecorator(note, call))],
    ...modelSignals.map((signal): [string, Value] => [`${signal}.connect`, native(`${signal}.connect`, (call) => (note(signal, call, call.get(0, "receiver"), call.get(1, "sender")), none))]),
    ...decoratingSignals.map((signal): [string, Value] => [signal, native(signal, (call) => native(`${signal}()`, (inner) => (note(signal, call, inner.get(0), call.get(0)), inner.get(0))))]),
  ];
}

function aboutModel(receiver: Value | undefined, sender: Value | undefined): Parameters<Notes["add"]>[2] {
  const classes = classesIn(sender);
  const runs = runsFor(receiver, (object, fn) => receiverArguments(object, fn, classes?.[0]), classes?.[0]);
  const subjects = subjectsIn(sender);
  return { ...(subjects && { subjects }), ...(runs && { runs }) };
}

/** `receiver(sender, instance, created=…, **kwargs)`, by the names that it takes. */
function receiverArguments(object: Value, fn: FunctionValue, cls: ClassValue | undefined): Arguments {
  const given = new Map<string, Value>([["sender", cls ?? none], ["instance", object], ["document", object], ["created", symbolic({ kind: "symbol", name: createdFlag }, { place: fn.place })], ["using", constant("default")], ["signal", none]]);
  const takesAll = fn.params.some((param) => param.kind === "kwvar");
  const keywords = new Map([...given].filter(([name]) => takesAll || fn.params.some((param) => param.n === name)));
  return { positional: [], keywords, open: false };
}

type Note = (signal: string, call: NativeCall, receiver: Value | undefined, sender: Value | undefined) => void;

/** `@receiver(post_delete, sender=Item)`, `@receiver([post_save, post_delete])`; of the repository's own signals as well. */
function receiverDecorator(note: Note, call: NativeCall): Value {
  return native("django.dispatch.receiver()", (inner) => {
    const signals = call.get(0, "signal");
    const fn = inner.get(0);
    for (const signal of signals?.kind === "list" || signals?.kind === "tuple" ? signals.items.map((item) => item.value) : signals ? [signals] : []) {
      if (signal.kind === "external" && modelSignals.includes(signal.name)) note(signal.name, call, fn, call.args.keywords.get("sender"));
      else if (signal.kind === "instance" && fn) connect(signal, fn);
    }
    return fn;
  });
}

const receivers = "logging.receivers";

function ownSignal(): ClassValue {
  return modelClass({
    name: "django.dispatch.Signal",
    methods: {
      __init__: () => none,
      connect: (call) => connecting(call.self, call.get(0, "receiver")),
      connect_via: (call) => native("connect_via()", (inner) => connecting(call.self, inner.get(0))),
      disconnect: () => none,
      send,
      send_robust: send,
      asend: send,
      send_async: send,
    },
  });
}

function connecting(signal: Value, receiver: Value | undefined): Value {
  if (signal.kind === "instance" && receiver) connect(signal, receiver);
  return receiver ?? none;
}

function connect(signal: Instance, receiver: Value): void {
  const known = signal.records.get(receivers);
  const list = Array.isArray(known) ? (known as Value[]) : [];
  if (!list.includes(receiver)) list.push(receiver);
  signal.records.set(receivers, list);
}

/** Calls every receiver with what the signal is sent with. One that raises ends the sending, as it does. */
function send(call: NativeCall): Value {
  const known = call.self.kind === "instance" ? call.self.records.get(receivers) : undefined;
  for (const receiver of Array.isArray(known) ? (known as Value[]) : []) {
    const keywords = new Map(call.args.keywords);
    const [sender] = call.args.positional;
    callValue(call.machine, receiver, { positional: sender ? [sender] : [], keywords, open: call.args.open }, call.place);
  }
  return sequence("list", [], "what receivers returned");
}

/** `signal("item-deleted")`: one object for each name. */
function signalOfName(cls: ClassValue): (call: NativeCall) => Value {
  const made = new Map<string, Instance>();
  return (call) => {
    const name = call.get(0, "name");
    const key = name?.kind === "const" ? String(name.value) : `${call.place.module.path}:${call.place.s}`;
    const known = made.get(key);
    if (known) return known;
    const signal: Instance = { kind: "instance", class: cls, attributes: new Map(), place: call.place, records: new Map() };
    made.set(key, signal);
    return signal;
  };
}
