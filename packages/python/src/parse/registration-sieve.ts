import type { Extractor } from "@muster/contract";

/** Names under which clients send requests. */
export const clientCalls: RegExp = /request|fetch|call|send|mock|expect|assert/i;

/** `.add("GET",` and the like, over several lines too: what comes behind it is looked at where the module is parsed. */
const methodFirst = /\.\s*([A-Za-z_]\w*)\s*\(\s*(?:#[^\n]*\n\s*)*(?:\w+\s*=\s*)?[a-zA-Z]{0,2}(["'])(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|\*)\2\s*,/g;

/**
 * Whether a module may register routes by method and path, from its text: most modules that have a method in quotes send requests, and parsing
 * them would show nothing.
 */
export const registrationSieve: Extractor = {
  name: "python/registrations",
  version: "1",
  wants: { extensions: [".py"], maxBytes: 4 * 1024 * 1024 },
  when: "on-demand",
  extract({ text }) {
    for (const [, name = ""] of text().matchAll(methodFirst)) if (!clientCalls.test(name)) return true;
    return undefined;
  },
};
