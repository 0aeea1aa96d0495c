import type { OptionName } from "../arguments/option-table.ts";
import type { Command } from "./command.ts";

const scanning: readonly OptionName[] = ["config", "trust-config", "date", "threads", "cache", "cache-dir", "progress", "color", "quiet", "help"];

/** The commands, in the order in which the help lists them. */
export const commands: readonly Command[] = [
  {
    name: "scan",
    operands: "<folder>",
    summary: "Take the roll of every endpoint, prove how each is guarded, report what fails.",
    options: ["format", "output", "all", "fail-on", "since", "show-suppressed", "baseline", "history", "dangling", "category", "application", "ledger", "keys", ...scanning],
    examples: [
      { line: "muster scan .", text: "the report for people" },
      { line: "muster scan . --format sarif --output muster.sarif", text: "for code scanning" },
      { line: "muster scan . --format terminal --output report.txt --output scan.json", text: "two reports from one scan" },
      { line: "muster scan . --output report.html", text: "one page to read, search and print" },
      { line: "muster scan . --since origin/main", text: "what this branch changes; only new findings fail" },
      { line: "muster scan . --fail-on high", text: "only high and critical findings fail" },
    ],
    load: async () => (await import("./scan-command.ts")).scanCommand,
  },
  {
    name: "secrets",
    operands: "<folder>",
    summary: "Look for credentials alone: in the tree, and in the whole history.",
    options: ["format", "output", "all", "fail-on", "show-suppressed", "baseline", "history", "dangling", "category", ...scanning],
    examples: [
      { line: "muster secrets .", text: "in the files of the tree" },
      { line: "muster secrets . --history", text: "in every content of every commit of every ref, too" },
      { line: "muster secrets shop.git --history", text: "of a bare repository" },
    ],
    load: async () => (await import("./scan-command.ts")).secretsCommand,
  },
  {
    name: "baseline",
    operands: "<folder>",
    summary: "Write what is known of secrets, so that later scans tell what is new.",
    options: ["output", "history", "dangling", ...scanning],
    examples: [
      { line: "muster baseline .", text: "writes or updates muster.baseline.json in the folder" },
      { line: "muster baseline . --history", text: "with what the history alone holds, too" },
    ],
    load: async () => (await import("./baseline-command.ts")).baselineCommand,
  },
  {
    name: "inventory",
    operands: "<folder>",
    summary: "List the endpoints alone: as text, JSON or OpenAPI 3.1.",
    options: ["format", "output", "application", ...scanning],
    examples: [
      { line: "muster inventory .", text: "every endpoint with its posture" },
      { line: "muster inventory . --format openapi --output api.openapi.json", text: "a document per application" },
    ],
    load: async () => (await import("./inventory-command.ts")).inventoryCommand,
  },
  {
    name: "controls",
    operands: "<folder>",
    summary: "Show every control on every endpoint, and what each is mapped to and why.",
    options: ["format", "output", "all", "application", ...scanning],
    examples: [
      { line: "muster controls .", text: "the matrix" },
      { line: "muster controls . --output controls.csv", text: "a line for every control on every endpoint" },
    ],
    load: async () => (await import("./controls-command.ts")).controlsCommand,
  },
  {
    name: "explain",
    operands: "<endpoint> [folder]",
    summary: "Print the whole proof of one endpoint's posture, with code.",
    options: ["application", ...scanning],
    examples: [
      { line: 'muster explain "DELETE /items/{id}"', text: "in this folder; names of parameters do not matter" },
      { line: 'muster explain "GET /users/me" ../shop', text: "in another folder" },
    ],
    load: async () => (await import("./explain-command.ts")).explainCommand,
  },
  {
    name: "diff",
    operands: "<a> <b> [folder]",
    summary: "Show what changed between two commits, or two JSON results: only new findings fail.",
    options: ["format", "output", "all", "fail-on", "category", ...scanning],
    examples: [
      { line: "muster diff v1.4 HEAD", text: "two commits of this folder, read from git; nothing is checked out" },
      { line: "muster diff before.json after.json --format markdown", text: "two results, as a comment on a change request" },
    ],
    load: async () => (await import("./diff-command.ts")).diffCommand,
  },
  {
    name: "fix",
    operands: "<folder>",
    summary: "Show mechanical mends as a diff; with --apply, write them and scan again.",
    options: ["apply", "only", ...scanning],
    examples: [
      { line: "muster fix .", text: "every mend, as a diff" },
      { line: "muster fix . --apply", text: "written into the files, all or none, and proved by a second scan" },
      { line: "muster fix . --only auth/public-write", text: "those of one rule" },
    ],
    load: async () => (await import("./fix-command.ts")).fixCommand,
  },
  {
    name: "ledger",
    operands: "<folder>",
    summary: "Make a ledger: signed, append-only evidence of what scans of commits found.",
    options: ["name", "keys", "quiet", "help"],
    examples: [
      { line: "muster ledger evidence --name ledger.example.com/shop", text: "makes its keys too, and prints the public one" },
      { line: "muster scan . --ledger evidence", text: "keeps a record of the commit that is checked out" },
    ],
    load: async () => (await import("./ledger-command.ts")).ledgerCommand,
  },
  {
    name: "bundle",
    operands: "<ledger> <folder>",
    summary: "Write a folder that an auditor takes away and verifies with openssl and Python alone.",
    options: ["keys", "quiet", "help"],
    examples: [{ line: "muster bundle evidence for-the-auditor", text: "records, proofs, keys, and how to verify them" }],
    load: async () => (await import("./bundle-command.ts")).bundleCommand,
  },
  {
    name: "verify",
    operands: "<folder>",
    summary: "Verify a ledger or a bundle from its first byte, and name the first thing that is wrong.",
    options: ["key", "keys", "help"],
    examples: [{ line: "muster verify evidence --key ledger.vkey", text: "with the public key that you were given" }],
    load: async () => (await import("./verify-command.ts")).verifyCommand,
  },
  {
    name: "serve",
    operands: "",
    summary: "Serve results over GraphQL: repositories are registered, scanned and asked about.",
    options: ["data", "database", "host", "port", "jobs", "root", "origin", "allow-http", "allow-private-hosts", "config", "threads", "cache-dir", "log", "quiet", "help"],
    examples: [
      { line: "muster serve", text: "everything in one folder; the first start prints an administrator's token" },
      { line: "muster serve --database postgres://muster@db/muster --jobs 0", text: "results in Postgres, scans left to workers" },
    ],
    load: async () => (await import("./serve-command.ts")).serveCommand,
  },
  {
    name: "worker",
    operands: "",
    summary: "Make the scans that a service on Postgres has queued; on any number of machines.",
    options: ["data", "database", "jobs", "root", "allow-http", "allow-private-hosts", "config", "threads", "cache-dir", "log", "quiet", "help"],
    examples: [{ line: "muster worker --database postgres://muster@db/muster --jobs 2", text: "two at a time" }],
    load: async () => (await import("./serve-command.ts")).workerCommand,
  },
  {
    name: "batch",
    operands: "<file>",
    summary: "Register the repositories that a file lists with a service, and have all of them scanned.",
    options: ["server", "quiet", "help"],
    examples: [{ line: "muster batch repos.txt --server http://127.0.0.1:4747", text: "a URL or a path a line; the token is in MUSTER_TOKEN" }],
    load: async () => (await import("./batch-command.ts")).batchCommand,
  },
  {
    name: "rules",
    operands: "[rule]",
    summary: "List the rules, or print the page of one.",
    options: ["color", "help"],
    examples: [
      { line: "muster rules", text: "every rule with its severity" },
      { line: "muster rules auth/public-write", text: "why it matters and how to mend it" },
    ],
    load: async () => (await import("./rules-command.ts")).rulesCommand,
  },
];
