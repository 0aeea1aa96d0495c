import type { Extractor } from "@muster/contract";
import { asJson, readCommentedGuard } from "./commented-guard.ts";

/** Lines longer than this are data. */
const longestLine = 400;
const mostComments = 500;

/** Guards in comments of Python modules: what was switched off and left in its place. */
export const commentsExtractor: Extractor = {
  name: "auth/comments",
  version: "1",
  wants: { extensions: [".py"], roles: ["source"], maxBytes: 2 * 1024 * 1024 },
  when: "always",
  extract({ bytes, text }) {
    if (!bytes.includes("#")) return undefined;
    const found = text()
      .split("\n")
      .flatMap((line, index) => (line.length > longestLine || !line.includes("#") ? [] : (readCommentedGuard(line, index + 1) ?? [])));
    return found.length === 0 ? undefined : asJson(found.slice(0, mostComments));
  },
};
