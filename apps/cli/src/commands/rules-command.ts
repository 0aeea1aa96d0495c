import { existsSync, readFileSync } from "node:fs";
import { controlCatalogue, type Plugin, type RuleMeta } from "@muster/contract";
import { renderRuleList, renderRulePage } from "@muster/reporters/terminal";
import type { Arguments } from "../arguments/parse-arguments.ts";
import { builtinPlugins } from "../builtin-plugins.ts";
import { CommandError } from "../command-error.ts";
import { wantsColour } from "../environment/colour.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { suggestion } from "../nearest.ts";
import { writeText } from "../output/write-text.ts";
import { refuseMore } from "./operands.ts";

/** `muster rules`. */
export async function rulesCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 1, "rules");
  const loaded = await Promise.all(builtinPlugins.map(async (plugin) => rulesOf(plugin.url())));
  const places = new Map(loaded.flat());
  const rules = [...places.keys()];
  const options = { colour: wantsColour(given.switches.get("color"), session.env, session.stdout), width: session.stdout.columns || 100 };
  const [id] = given.positionals;
  if (id === undefined) {
    await writeText(session.stdout, renderRuleList(rules, options));
    return 0;
  }
  const rule = rules.find((candidate) => candidate.id === id) ?? only(rules.filter((candidate) => candidate.id.endsWith(`/${id}`)));
  if (rule === undefined) throw new CommandError(2, `There is no rule ${JSON.stringify(id)}.${suggestion(id, rules.map((candidate) => candidate.id))}`, "muster rules lists them.");
  const document = readDocument(rule, places.get(rule) ?? "");
  await writeText(session.stdout, renderRulePage(rule, controlCatalogue, { ...options, ...(document === undefined ? {} : { document }) }));
  return 0;
}

/** The rules of a plugin, each with the URL of the plugin's module. */
async function rulesOf(url: string): Promise<readonly (readonly [RuleMeta, string])[]> {
  const module: { readonly default: Plugin } = await import(url);
  return (module.default.analysis?.rules ?? []).map((rule) => [rule.meta, url] as const);
}

/** A rule's page lies in its package, at `docs/<rule>.md`. */
function readDocument(rule: RuleMeta, plugin: string): string | undefined {
  const file = new URL(`../docs/${rule.id.split("/")[1] ?? ""}.md`, plugin);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function only(rules: readonly RuleMeta[]): RuleMeta | undefined {
  return rules.length === 1 ? rules[0] : undefined;
}
