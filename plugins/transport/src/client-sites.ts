import type { Fix, ObservedCall, Term } from "@muster/contract";
import { chosenBy } from "./chosen.ts";
import { takesAiohttpSsl, takesVerify } from "./known-callees.ts";
import { connectsToItself } from "./local-host.ts";
import type { Site } from "./site.ts";
import { switches, verifySwitch, type Effect } from "./switches.ts";

/** What a call or an assignment says of how a client verifies its server, and of the certificate that it shows. */
export function clientSites(call: ObservedCall): readonly Site[] {
  if (!call.reached) return [];
  const sites = call.kind === "assignment" ? assignment(call) : call.kind === "call" ? ofCall(call) : [];
  switch (chosenBy(call)) {
    case "choice":
      return sites.filter(({ kind }) => kind !== "unverified");
    case "default":
      return sites.map((site) => ({ ...site, byDefault: true }));
    case undefined:
      return sites;
  }
}

function ofCall(call: ObservedCall): readonly Site[] {
  const named = call.keywords.flatMap(({ name, value }) => keyword(call, name, value));
  if (isUnverifiedContext(call.callee)) named.push(siteOf(call, "unverified", `${lastOf(call.callee)}()`, "off", true));
  return connectsToItself(call) ? named.filter((site) => site.kind !== "unverified") : named;
}

function keyword(call: ObservedCall, name: string, value: Term): Site[] {
  if (name === "verify") {
    const takes = takesVerify(call.callee, call.keywords.map((one) => one.name));
    return takes === "no" ? [] : off(call, name, value, verifySwitch.effect(value), takes === "certainly", verifySwitch.mended);
  }
  if (name === "ssl") return takesAiohttpSsl(call.callee) ? off(call, name, value, verifySwitch.effect(value), true, "True") : [];
  if (name === "cert" && takesVerify(call.callee, []) === "certainly" && isGiven(value)) return [siteOf(call, "client-certificate", "cert=…", "off", true)];
  const known = switches.get(name);
  // Servers have the same word for what they ask of their clients.
  if (!known || isServer(call.callee)) return [];
  return off(call, name, value, known.effect(value), true, known.mended);
}

function off(call: ObservedCall, name: string, value: Term, effect: Effect, certain: boolean, mended: string | undefined): Site[] {
  if (effect !== "off" && effect !== "off-by-default") return [];
  const fix = mended === undefined ? undefined : mend(call, name, mended);
  return [{ ...siteOf(call, "unverified", `${name}=${written(value)}`, effect, certain), ...(fix && { fix }) }];
}

/** Only where the literal stands in the call itself. */
function mend({ written }: ObservedCall, name: string, mended: string): Fix | undefined {
  const argument = written?.arguments.find((one) => one.name === name && typeof one.literal === "boolean");
  return argument && { title: `Verify the server: \`${name}=${mended}\``, edits: [{ span: argument.span, text: mended }] };
}

function assignment(call: ObservedCall): Site[] {
  const [value] = call.args;
  const name = lastOf(call.callee);
  if (!value) return [];
  if (name === "_create_default_https_context") return value.kind === "symbol" && isUnverifiedContext(value.name) ? [siteOf(call, "unverified", `${name} = ${lastOf(value.name)}`, "off", true)] : [];
  const of = call.callee.slice(0, -name.length - 1);
  if (name === "verify") {
    const takes = takesVerify(of, []);
    return takes === "no" ? [] : off(call, name, value, verifySwitch.effect(value), takes === "certainly", undefined);
  }
  const known = switches.get(name);
  return known ? off(call, name, value, known.effect(value), true, undefined) : [];
}

function isUnverifiedContext(callee: string): boolean {
  return callee === "ssl._create_unverified_context" || callee === "ssl._create_stdlib_context";
}

export function isServer(callee: string): boolean {
  return /^(?:uvicorn|hypercorn|gunicorn|granian|daphne|waitress|werkzeug|tornado\.httpserver|cherrypy)\b/.test(callee);
}

function isGiven(value: Term): boolean {
  return value.kind !== "const" || (value.value !== null && value.value !== false);
}

function siteOf(call: ObservedCall, kind: Site["kind"], what: string, effect: Effect, certain: boolean): Site {
  return { kind, what, of: call.callee, where: "code", byDefault: effect === "off-by-default", certain, span: call.span, symbol: call.symbol, steps: call.through.slice(-6) };
}

function written(value: Term): string {
  if (value.kind === "symbol") return lastOf(value.name);
  if (value.kind !== "const") return "…";
  return typeof value.value === "boolean" ? (value.value ? "True" : "False") : typeof value.value === "string" ? `"${value.value}"` : String(value.value ?? "None");
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
