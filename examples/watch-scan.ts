// Has a repository's main branch scanned, tells how it goes on, and prints what it came to:
// MUSTER_URL=http://127.0.0.1:4747 MUSTER_TOKEN=muster_… node --conditions=@muster/source watch-scan.ts <repository>
import { graphql, MusterClient, MusterError } from "@muster/client";

const [name = ""] = process.argv.slice(2);
const client = new MusterClient({ url: process.env["MUSTER_URL"] ?? "http://127.0.0.1:4747", token: process.env["MUSTER_TOKEN"] ?? "" });

const find = graphql(`query Find($name: String!) { repository(name: $name) { id } }`);
const request = graphql(`mutation Request($repository: ID!) { requestScan(repository: $repository) { kind: __typename ... on Scan { id } ... on Failure { message } } }`);
const look = graphql(`query Look($id: ID!) { node(id: $id) { ... on Scan { state reason supersededBy { id } summary { endpoints { protected public unknown } findings { critical high medium low } } } } }`);
const watch = graphql(`subscription Watch($repository: ID!, $after: String) { scanProgress(repository: $repository, after: $after) { cursor scan { id state progress { stage done total } } } }`);

const onTheWay: readonly string[] = ["QUEUED", "RUNNING"];

try {
  const { repository } = await client.ask(find, { name });
  if (repository === null) throw new MusterError(`There is no repository ${JSON.stringify(name)}.`, "NOT_FOUND");
  // The subscription begins first: nothing that happens after the request is missed.
  const left = new AbortController();
  const events = client.subscribe(watch, { repository: repository.id }, { signal: left.signal });
  const first = events.next();
  const asked = await client.ask(request, { repository: repository.id });
  if (asked.requestScan.kind !== "Scan") throw new MusterError(asked.requestScan.message, "REFUSED");
  let { id } = asked.requestScan;
  let scan = (await client.ask(look, { id })).node;
  for (let event = first; scan !== null && "state" in scan && onTheWay.includes(scan.state); event = events.next()) {
    const { value } = await event;
    const told = value?.scanProgress.scan;
    if (told !== null && told !== undefined) process.stderr.write(`${told.state} ${told.progress?.stage ?? ""}\n`);
    scan = (await client.ask(look, { id })).node;
    if (scan !== null && "state" in scan && scan.supersededBy !== null) {
      id = scan.supersededBy.id;
      scan = (await client.ask(look, { id })).node;
    }
  }
  left.abort();
  process.stdout.write(`${JSON.stringify(scan)}\n`);
} catch (error) {
  if (!(error instanceof MusterError)) throw error;
  process.stderr.write(`${error.code}: ${error.message}\n`);
  process.exitCode = 1;
}
