import type { ApplicationGenerator, Candidate } from "../generator.ts";
import type { Random } from "../random.ts";

/** How often an application is made anew that Quart has nothing for. */
const tries = 50;

/** What Quart has under another name than Flask, or awaits. */
const differences: readonly (readonly [RegExp, string])[] = [
  [/\bflask\b/g, "quart"],
  [/\bFlask\b/g, "Quart"],
  [/\bmake_response\b/g, "Response"],
  [/def dispatch_request\(self, \*\*kwargs\)/g, "async def dispatch_request(self, **kwargs)"],
  [/from quart import Blueprint, Quart,/g, "from quart import Blueprint, Quart, current_app,"],
  [/def inner\(\*args, \*\*kwargs\)/g, "async def inner(*args, **kwargs)"],
  [/return fn\(\*args, \*\*kwargs\)/g, "return await current_app.ensure_async(fn)(*args, **kwargs)"],
  [/return super\(\)\.dispatch_request\(/g, "return await super().dispatch_request("],
];

/** The applications of a generator for Flask, written for Quart: it has the same names, but no WSGI applications beside its own. */
export function asQuart(name: string, { plugins, candidate }: ApplicationGenerator): ApplicationGenerator {
  const make = (random: Random): Candidate => {
    for (let left = tries; ; left--) {
      const made = candidate(random);
      if (left === 0 || isServed(made)) return translated(made);
    }
  };
  return { name, oracle: "quart", plugins, requirements: "quart==0.22.0\nflask==3.1.3\nwerkzeug==3.1.9\n", candidate: make };
}

function isServed({ sources }: Candidate): boolean {
  return Object.values(sources).every((text) => !text.includes("DispatcherMiddleware("));
}

function translated({ sources, config, smaller }: Candidate): Candidate {
  return {
    sources: Object.fromEntries(Object.entries(sources).map(([path, text]) => [path, differences.reduce((made, [from, to]) => made.replaceAll(from, to), text)])),
    config,
    smaller: function* () {
      for (const one of smaller()) if (isServed(one)) yield translated(one);
    },
  };
}
