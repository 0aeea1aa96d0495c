import { instanceOf, isLibrary, isSubclass, loadLimits, noArguments, type FunctionValue, type Machine, type Module, type Value } from "@muster/python";
import { compareText } from "@muster/contract";
import { callee, enter } from "@muster/web";

/** Functions that set logging up, by the usual names; most are called when a program starts, which no evaluation of modules sees. */
const setup = /^_*(?:(?:set_?up|configure|init(?:ialise|ialize)?|install|register|connect|create|make|get|build|add|setup)_?\w*(?:log|audit|listener|signal|handler|receiver|event)\w*|\w*log\w*_?(?:setup|config\w*))$/i;
/** Functions of a module that names an audit library: what they are named for is their own affair. */
const registers = /^_*(?:register|track|connect|set_?up|init|install|enable|configure)\w*$/i;
const mostFunctions = 60;

/** Runs what connects receivers and sets logging up when a program starts: `ready` of Django's application classes, and functions that are named for it. */
export function runSetup(machine: Machine): void {
  const modules = [...machine.modules.values()].filter((module) => !isLibrary(module.path)).sort((a, b) => compareText(a.path, b.path));
  let left = mostFunctions;
  for (const module of modules) {
    for (const [name, bound] of module.scope.vars) {
      if (bound.kind === "class" && bound.place?.module === module && isSubclass(bound, ["django.apps.AppConfig"])) ready(machine, bound);
      else if (bound.kind === "function" && bound.place.module === module && isSetup(module, name) && !hasRun(machine, bound) && left-- > 0) start(machine, bound, []);
    }
  }
}

function ready(machine: Machine, cls: Value & { kind: "class" }): void {
  const own = cls.attributes.get("ready");
  if (own?.kind === "function") start(machine, own, [instanceOf(cls, own.place)]);
}

function start(machine: Machine, fn: FunctionValue, positional: readonly Value[]): void {
  machine.within("load", loadLimits, () => enter(machine, callee(fn) ?? fn, { ...noArguments, positional }, fn.place));
}

function hasRun(machine: Machine, fn: FunctionValue): boolean {
  return machine.ran.has(`${fn.place.module.path}:${fn.place.s}`);
}

function isSetup(module: Module, name: string): boolean {
  return (setup.test(name) && imports(module, logging)) || (registers.test(name) && imports(module, auditLibraries));
}

const logging = /^(?:logging|structlog|loguru|sqlalchemy|django\.db|django\.dispatch|blinker)(?:\.|$)/;
const auditLibraries = /^(?:auditlog|simple_history|pghistory|reversion|field_audit|easyaudit|sqlalchemy_continuum|activity_stream|actstream)(?:\.|$)/;

/** Whether a module's own imports name one of these. */
function imports(module: Module, wanted: RegExp): boolean {
  return [...module.scope.vars.values()].some((bound) => (bound.kind === "import" && wanted.test(bound.module)) || ((bound.kind === "external" || bound.kind === "native") && wanted.test(bound.name)));
}
