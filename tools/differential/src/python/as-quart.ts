import type { ApplicationGenerator, Candidate } from "../generator.ts";
import type { Random } from "../random.ts";

/** How often an application is made anew that Quart has nothing for. */
const tries = 50;

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
    sources: Object.fromEntries(Object.entries(sources).map(([path, text]) => [path, text.replaceAll(/\bflask\b/g, "quart").replaceAll(/\bFlask\b/g, "Quart")])),
    config,
    smaller: function* () {
      for (const one of smaller()) if (isServed(one)) yield translated(one);
    },
  };
}
