import type { EvidenceServices } from "@muster/api";
import { broughtBy, firstParents, pseudonym } from "@muster/scanner";
import { fetchCommit, type MirrorSettings } from "@muster/worker";
import type { LedgerBooks } from "./ledger-books.ts";

/** What the schema needs of ledgers and repositories to answer for evidence. @param key Of the installation: names of people are kept as hashes under it. */
export function apiEvidence(books: LedgerBooks, mirrors: MirrorSettings, key: string): EvidenceServices {
  const folderOf = async (repository: Parameters<EvidenceServices["line"]>[0], commit: string, signal: AbortSignal, wanted: Parameters<typeof fetchCommit>[4]): Promise<string> => {
    const fetched = await fetchCommit(repository, commit, mirrors, signal, wanted);
    if (fetched.status !== "ready") throw new Error(fetched.reason);
    return fetched.folder;
  };
  const patience = (): AbortSignal => AbortSignal.timeout(waitMs);
  return {
    read: async (repository) => {
      const reader = await books.read(repository);
      return reader === undefined ? undefined : { reader, verifierKey: books.verifierKey(repository) };
    },
    line: async (repository, from, to) => {
      const signal = patience();
      return firstParents({ root: await folderOf(repository, to, signal, "commit"), from, to, authorKey: key, signal });
    },
    brought: async (repository, commit, spans) => {
      const signal = patience();
      return broughtBy({ root: await folderOf(repository, commit, signal, { earlier: [...new Set(spans.map((span) => span.path))] }), commit, spans, authorKey: key, signal });
    },
    approve: async (repository, type, statement) => {
      const [entry] = await books.append(repository, "approver", (reader) => [{ type, statement: statement(reader) }]);
      if (entry === undefined) throw new Error("The ledger wrote nothing.");
      return entry;
    },
    person: (name) => pseudonym(name, key),
  };
}

const waitMs = 60_000;
