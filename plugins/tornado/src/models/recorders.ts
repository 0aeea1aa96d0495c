import { native, none, visiblePlace, type ConditionList, type Instance, type NativeCall, type Place, type Value } from "@muster/python";
import { noteCreated } from "@muster/web";

/** Rules that were given to a router at once. */
export interface RuleList {
  readonly rules: Value;
  readonly place: Place;
  readonly conditions: ConditionList | undefined;
}

const rulesKey = "tornado.rules";
const applicationKey = "tornado.application";

export function isApplication(instance: Instance): boolean {
  return instance.records.has(applicationKey);
}

/** What a router was given, in order; undefined for what is no router. */
export function ruleListsOf(router: Value): readonly RuleList[] | undefined {
  if (router.kind !== "instance") return undefined;
  const own = router.records.get(rulesKey) as RuleList[] | undefined;
  if (!isApplication(router)) return own;
  const inner = ["default_router", "wildcard_router"].flatMap((name) => ruleListsOf(router.attributes.get(name) ?? none) ?? []);
  return [...(own ?? []), ...inner];
}

export const recorders: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["tornado._native.made", native("tornado._native.made", made)],
  ["tornado._native.extend_rules", native("tornado._native.extend_rules", extendRules)],
  // A default that the command line may replace.
  ["tornado._native.replaceable", native("tornado.options.define", (call) => replaceable(call.get(0) ?? none))],
  ["tornado._native.coroutine", native("tornado.gen.coroutine", coroutine)],
]);

function replaceable(value: Value): Value {
  return value.kind === "const" || value.kind === "template" ? { ...value, soft: true } : value;
}

function made(call: NativeCall): Value {
  const application = call.get(0);
  if (application?.kind === "instance") {
    application.records.set(applicationKey, true);
    noteCreated(call.machine, application);
  }
  return none;
}

function extendRules(call: NativeCall): Value {
  const [router, rules] = [call.get(0), call.get(1)];
  if (router?.kind === "instance" && rules) {
    const lists = (router.records.get(rulesKey) as RuleList[] | undefined) ?? [];
    // A router reads its list at once: what is appended to the list later is not served.
    const snapshot: Value = rules.kind === "list" || rules.kind === "tuple" ? { ...rules, items: [...rules.items] } : rules;
    lists.push({ rules: snapshot, place: visiblePlace(call.machine, call.place), conditions: call.conditions });
    router.records.set(rulesKey, lists);
  }
  return none;
}

/** A generator that waits at each `yield`: what is yielded there is what it waits for. */
function coroutine(call: NativeCall): Value | undefined {
  const fn = call.get(0);
  return fn?.kind === "function" ? { ...fn, isGenerator: false, isAsync: true, yieldsWait: true } : fn;
}
