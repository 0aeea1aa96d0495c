/** One option as the parser and the help know it. */
export interface OptionEntry {
  /** Name of its value in the help; absent for a switch. */
  readonly value?: string;
  readonly repeatable?: true;
  /** A switch that is on, so that the help names `--no-…`. */
  readonly on?: true;
  readonly text: string;
}

export type OptionName = "format" | "output" | "application" | "all" | "fail-on" | "show-suppressed" | "history" | "dangling" | "baseline" | "config" | "trust-config" | "category" | "threads" | "cache" | "cache-dir" | "progress" | "color" | "quiet" | "since" | "apply" | "only" | "date" | "ledger" | "name" | "keys" | "key" | "data" | "database" | "host" | "port" | "jobs" | "root" | "origin" | "allow-http" | "allow-private-hosts" | "log" | "server" | "help";

/** Every option of every command; commands name those that they take. */
export const optionTable: Readonly<Record<OptionName, OptionEntry>> = {
  format: { value: "FORMAT", repeatable: true, text: "How to report; repeatable, each with its own --output." },
  output: { value: "FILE", repeatable: true, text: "Write the report of the --format before it to a file; without one the ending decides (.html, .md, .csv, .json, .sarif, .txt, .openapi.json)." },
  application: { value: "NAME", text: "Only this application: app.main:app." },
  all: { text: "Leave nothing out of the terminal report." },
  "fail-on": { value: "SEVERITY", text: "Exit with 1 from this severity on: critical, high, medium (the default), low, info, none." },
  "show-suppressed": { text: "List what was not reported too, each with the reason." },
  history: { text: "Look for secrets in all that the commits of every ref ever held, too." },
  dangling: { text: "With --history: also in what no ref reaches any more (dropped stashes, amended commits)." },
  baseline: { value: "FILE", text: "Do not report what this baseline knows; by default the folder's own muster.baseline.json." },
  config: { value: "FILE", text: "Read this configuration in place of the folder's own muster.config.json." },
  "trust-config": { text: "Load plugins that the configuration names, which run with your rights, and believe what it describes of guards." },
  category: { value: "NAME", text: "Tells this SARIF analysis from others of the same commit." },
  since: { value: "COMMIT", text: "Report what changed since this commit, which is read from git: new findings alone fail." },
  apply: { text: "Write the mends into the files; without it they are only shown." },
  only: { value: "NAME", repeatable: true, text: "Only findings of this rule, or with this fingerprint; repeatable." },
  date: { value: "YYYY-MM-DD", text: "Judge waivers and approvals for this day; by default today (UTC)." },
  ledger: { value: "FOLDER", text: "Keep a signed record of this scan in this ledger; the folder has to be a checkout without changes." },
  name: { value: "NAME", text: "Name of the ledger: ledger.example.com/shop." },
  keys: { value: "FOLDER", text: "Folder of the ledger's private keys; by default in your data folder, under the ledger's name." },
  key: { value: "KEY", text: "The ledger's public key, or a file that holds it." },
  threads: { value: "N", text: "Worker threads; by default one per core." },
  cache: { on: true, text: "Do not read or write the cache." },
  "cache-dir": { value: "FOLDER", text: "Keep the cache here." },
  progress: { on: true, text: "Draw no progress bar." },
  color: { on: true, text: "Colour the report, or do not; by default when it goes to a terminal." },
  quiet: { text: "Print nothing but what was asked for, and errors." },
  data: { value: "FOLDER", text: "Keep everything in this folder; by default in your data folder." },
  database: { value: "URL", text: "Keep results in this Postgres database (postgres://…); MUSTER_DATABASE_URL says the same where no list of processes shows it." },
  host: { value: "ADDRESS", text: "Answer on this address; by default 127.0.0.1, which this machine alone reaches." },
  port: { value: "N", text: "Answer on this port; by default 4747." },
  jobs: { value: "N", text: "Scans that this process makes at once; by default 1. 0 leaves them to workers." },
  root: { value: "FOLDER", repeatable: true, text: "Let repositories under this folder be registered by their path; repeatable." },
  origin: { value: "URL", repeatable: true, text: "Let pages of this origin ask from browsers; repeatable." },
  "allow-http": { text: "Let repositories be fetched over plain HTTP." },
  "allow-private-hosts": { text: "Let repositories be fetched from this machine and from private networks." },
  log: { value: "LEVEL", text: "What to log: debug, info (the default), warn, error, silent." },
  server: { value: "URL", text: "Where the service answers: http://127.0.0.1:4747." },
  help: { text: "Print this help." },
};
