import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { isCommitId, type FetchedRefs, type Repository } from "@muster/store";
import { credentialFor, type Credentials } from "./credentials.ts";
import { alone } from "./alone.ts";
import { gitFetch, type FetchAccess, type FetchLimits } from "./git-fetch.ts";
import { isUnder, parseLocation, type Location, type LocationPolicy } from "./location.ts";
import { RetryError } from "../retry-error.ts";
import { git } from "./read-git.ts";
import { readRefs } from "./read-refs.ts";
import { resolveHost } from "./resolve-host.ts";
import type { GitEnd } from "./run-git.ts";
import { removeBegunPacks } from "./sweep.ts";

export interface MirrorSettings {
  /** Folder of the mirrors, this worker's own. */
  readonly folder: string;
  readonly policy: LocationPolicy;
  readonly credentials: Credentials;
  readonly limits: FetchLimits;
}

/**
 * - `ready`: the commit lies in the repository in `folder`. `seen` is absent where nothing was asked of the repository itself.
 * - `refused`: it will never do so as things are. `failed`: it may do so later.
 */
export type Fetched = { readonly status: "ready"; readonly folder: string; readonly commit: string; readonly committedAt: Date; /** Whether it is on the main ref, as far as that is known. */ readonly onMain: boolean; readonly seen?: FetchedRefs } | { readonly status: "refused"; readonly reason: string } | { readonly status: "failed"; readonly reason: string };

/**
 * Whether the contents of a commit's files are wanted with it, or that it is there is enough; or what some of its files held
 * in the commits of its first parents, which tells who brought a line.
 */
type Wanted = "contents" | "commit" | { readonly earlier: readonly string[] };

/** Contents of earlier commits that are fetched at most. */
const mostEarlier = 5_000;

/** Brings a commit, or what a ref names now, onto this machine. A repository of this machine is read where it lies. */
export async function fetchCommit(repository: Repository, reference: string, settings: MirrorSettings, signal: AbortSignal, wanted: Wanted = "contents"): Promise<Fetched> {
  const parsed = parseLocation(repository.location, settings.policy);
  if (parsed.status === "refused") return { status: "refused", reason: `The repository cannot be read from ${JSON.stringify(repository.location)}: ${parsed.reason}.` };
  const { location } = parsed;
  return unlessSlow(location.kind === "path" ? readInPlace(location.folder, reference, settings, signal) : fetchMirror(repository, location, reference, settings, signal, wanted));
}

/** What took too long on this machine may be had later. */
async function unlessSlow(fetched: Promise<Fetched>): Promise<Fetched> {
  try {
    return await fetched;
  } catch (error) {
    if (error instanceof RetryError) return { status: "failed", reason: error.message };
    throw error;
  }
}

async function readInPlace(folder: string, reference: string, { policy }: MirrorSettings, signal: AbortSignal): Promise<Fetched> {
  const store = await git(folder, ["rev-parse", "--path-format=absolute", "--git-common-dir"], signal);
  // A work tree can name objects that lie elsewhere.
  if (store.status !== "done" || !isUnder(store.stdout.trim(), policy.roots)) return { status: "refused", reason: "The folder is no git repository under an allowed root." };
  return found(folder, reference, "HEAD", signal);
}

async function fetchMirror(repository: Repository, location: Extract<Location, { readonly kind: "url" }>, reference: string, settings: MirrorSettings, signal: AbortSignal, wanted: Wanted): Promise<Fetched> {
  const access = await accessOf(repository, location, settings, signal);
  if (access.status !== "granted") return access;
  // The last part of the path is the name that the result carries.
  const mirror = path.join(settings.folder, String(repository.id), repository.name.replaceAll(/[^A-Za-z0-9._-]+/gu, "-"));
  return alone(`${mirror}.lock`, signal, async () => {
    const kept = existsSync(path.join(mirror, "HEAD"));
    const first = await update(mirror, reference, repository.mainRef, access, wanted);
    // What a killed worker left half done (locks, broken packs) is not mended but made anew, unless the host is what fails.
    if (first.status !== "failed" || !kept || signal.aborted || (await listRemote(access)).status !== "done") return first;
    await rm(mirror, { recursive: true, force: true });
    return update(mirror, reference, repository.mainRef, access, wanted);
  });
}

/** What it takes to ask the host of a repository. */
async function accessOf(repository: Repository, location: Extract<Location, { readonly kind: "url" }>, settings: MirrorSettings, signal: AbortSignal): Promise<(FetchAccess & { readonly status: "granted" }) | Extract<Fetched, { readonly reason: string }>> {
  const host = await resolveHost(location.host, settings.policy.privateHosts);
  if (host.status === "private") return { status: "refused", reason: `The host ${location.host} has a private address, which is not allowed.` };
  if (host.status === "unknown") return { status: "failed", reason: `The host ${location.host} cannot be found (${host.reason}).` };
  const credential = await credentialFor(location, repository.credential, settings.credentials);
  if (credential.status === "refused") return { status: "refused", reason: `The repository cannot be read: ${credential.reason}.` };
  return { status: "granted", location, address: host.address, limits: settings.limits, signal, ...(credential.status === "found" && { header: credential.header }) };
}

/** The commit that a repository's main branch names now. Nothing is fetched for it. */
export async function lookAt(repository: Repository, settings: MirrorSettings, signal: AbortSignal): Promise<{ readonly status: "seen"; readonly commit: string } | Extract<Fetched, { readonly reason: string }>> {
  const parsed = parseLocation(repository.location, settings.policy);
  if (parsed.status === "refused") return { status: "refused", reason: `The repository cannot be read from ${JSON.stringify(repository.location)}: ${parsed.reason}.` };
  const { location } = parsed;
  if (location.kind === "path") {
    const there = await unlessSlow(readInPlace(location.folder, "HEAD", settings, signal));
    return there.status === "ready" ? { status: "seen", commit: there.commit } : there;
  }
  const access = await accessOf(repository, location, settings, signal);
  if (access.status !== "granted") return access;
  const listed = await listRemote(access);
  if (listed.status !== "done") return { status: "failed", reason: `The repository could not be looked at: ${listed.reason}.` };
  const commit = /^(?<commit>[0-9a-f]{40}|[0-9a-f]{64})\tHEAD$/mu.exec(listed.stdout)?.groups?.["commit"];
  return commit === undefined ? { status: "failed", reason: "The repository names no commit yet." } : { status: "seen", commit };
}

const branches = ["+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"];

async function update(mirror: string, reference: string, mainRef: string | undefined, access: FetchAccess, wanted: Wanted): Promise<Fetched> {
  await prepare(mirror, access.location.url);
  await removeBegunPacks(mirror, access.limits.timeoutMs);
  const known = isCommitId(reference) ? await commitIn(mirror, reference, access.signal) : undefined;
  if (known !== undefined) return complete(mirror, { status: "ready", folder: mirror, ...known, onMain: await isOn(mirror, known.commit, mainRef, access.signal) }, access, wanted);
  const listed = await listRemote(access);
  if (listed.status !== "done") return { status: listed.status === "exceeded" ? "refused" : "failed", reason: `The repository could not be fetched: ${listed.reason}.` };
  const fetched = await gitFetch(mirror, ["fetch", "--quiet", "--prune", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", "--filter=blob:none", "origin", ...branches], access);
  if (fetched.status !== "done") return { status: fetched.status === "exceeded" ? "refused" : "failed", reason: `The repository could not be fetched: ${fetched.reason}.` };
  const head = /^ref: (?<ref>refs\/heads\/\S+)\tHEAD$/mu.exec(listed.stdout)?.groups?.["ref"];
  // A commit that no branch holds (any more) may be had by its name.
  if (isCommitId(reference)) await gitFetch(mirror, ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", "--filter=blob:none", "origin", reference], access);
  const ready = await found(mirror, reference, head, access.signal);
  return ready.status === "ready" ? complete(mirror, ready, access, wanted) : ready;
}

async function complete(mirror: string, ready: Extract<Fetched, { readonly status: "ready" }>, access: FetchAccess, wanted: Wanted): Promise<Fetched> {
  if (wanted === "commit") return ready;
  const listed = await missingContents(mirror, wanted === "contents" ? ["--no-walk", ready.commit] : ["--first-parent", ready.commit, "--", ...wanted.earlier], access.signal);
  if (listed.status !== "listed") return { status: "failed", reason: `The contents of ${ready.commit} could not be listed: ${listed.reason}.` };
  const missing = wanted === "contents" ? listed.ids : listed.ids.slice(0, mostEarlier);
  if (missing.length === 0) return ready;
  const contents = await gitFetch(mirror, ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", "--filter=blob:none", "--stdin", "origin"], access, `${missing.join("\n")}\n`);
  return contents.status === "done" ? ready : { status: contents.status === "exceeded" ? "refused" : "failed", reason: `The contents of ${ready.commit} could not be fetched: ${contents.reason}.` };
}

/** What the host says that its main branch is. Nothing of the mirror takes part. */
function listRemote(access: FetchAccess): Promise<GitEnd> {
  return gitFetch(tmpdir(), ["ls-remote", "--symref", "--", access.location.url, "HEAD"], { ...access, limits: { ...access.limits, bytes: Number.POSITIVE_INFINITY } });
}

/** A bare repository of our own making: nothing in it is a stranger's but its objects and refs. */
async function prepare(mirror: string, url: string): Promise<void> {
  await mkdir(path.join(mirror, "objects"), { recursive: true });
  await mkdir(path.join(mirror, "refs"), { recursive: true });
  const quoted = JSON.stringify(url);
  await writeFile(path.join(mirror, "config"), `[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tpartialClone = origin\n[remote "origin"]\n\turl = ${quoted}\n\tpromisor = true\n\tpartialclonefilter = blob:none\n`);
  await writeFile(path.join(mirror, "HEAD"), "ref: refs/heads/main\n");
}

/** Whatever is not known to be there would be left out of the scan without a word: what git does not answer is no answer. */
async function missingContents(mirror: string, of: readonly string[], signal: AbortSignal): Promise<{ readonly status: "listed"; readonly ids: readonly string[] } | { readonly status: "failed"; readonly reason: string }> {
  const answer = await git(mirror, ["rev-list", "--objects", "--missing=print", ...of], signal);
  if (answer.status !== "done") return { status: "failed", reason: answer.reason };
  return { status: "listed", ids: answer.stdout.split("\n").filter((line) => line.startsWith("?")).map((line) => line.slice(1)) };
}

async function found(folder: string, reference: string, mainRef: string | undefined, signal: AbortSignal): Promise<Fetched> {
  const seen = await readRefs(folder, mainRef, signal);
  if (seen.status === "failed") return { status: "failed", reason: seen.reason };
  const wanted = reference === "HEAD" ? seen.refs.mainRef : reference;
  if (wanted === undefined) return { status: "refused", reason: "The repository has no main branch: name a ref." };
  const commit = await commitIn(folder, wanted, signal);
  return commit === undefined ? { status: "refused", reason: `The repository has no ${JSON.stringify(reference)}.` } : { status: "ready", folder, ...commit, onMain: await isOn(folder, commit.commit, seen.refs.mainRef, signal), seen: seen.refs };
}

/** Whether a ref leads to a commit. */
async function isOn(folder: string, commit: string, ref: string | undefined, signal: AbortSignal): Promise<boolean> {
  const base = ref === undefined ? undefined : await git(folder, ["merge-base", "--end-of-options", commit, ref], signal);
  return base?.status === "done" && base.stdout.trim() === commit;
}

/** A commit that is there, by its id or what leads to it. */
async function commitIn(folder: string, reference: string, signal: AbortSignal): Promise<{ readonly commit: string; readonly committedAt: Date } | undefined> {
  const named = await git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${reference}^{commit}`], signal);
  const commit = named.status === "done" ? named.stdout.trim() : "";
  if (!isCommitId(commit)) return undefined;
  const time = await git(folder, ["rev-list", "--no-walk", "--timestamp", commit], signal);
  return time.status === "done" ? { commit, committedAt: new Date(Number.parseInt(time.stdout, 10) * 1000) } : undefined;
}
