import { realpathSync } from "node:fs";
import path from "node:path";

/** What an operator lets repositories be fetched from. */
export interface LocationPolicy {
  /** Folders whose repositories may be registered by their path. */
  readonly roots: readonly string[];
  readonly protocols: readonly GitProtocol[];
  /** Whether hosts within the operator's own network, or on this machine, may be asked. */
  readonly privateHosts: boolean;
}

export type GitProtocol = "https" | "http" | "ssh";

/** Where a repository is: parsed once, and from then on trusted. */
export type Location = { readonly kind: "path"; readonly folder: string } | { readonly kind: "url"; readonly protocol: GitProtocol; readonly host: string; readonly port: number; readonly url: string };

export type ParsedLocation = { readonly status: "allowed"; readonly location: Location } | { readonly status: "refused"; readonly reason: string };

const ports: Readonly<Record<GitProtocol, number>> = { https: 443, http: 80, ssh: 22 };

/**
 * Reads what someone registered. What git would take for an option, a helper program (`ext::`) or a file is refused by
 * being neither a URL of an allowed protocol nor a path under an allowed root.
 */
export function parseLocation(text: string, policy: LocationPolicy): ParsedLocation {
  if (text.length > 2000 || /[\u0000-\u0020\u007f\\]/u.test(text)) return refused("it has spaces, control characters or backslashes, or is too long");
  if (path.isAbsolute(text)) return parsePath(text, policy);
  const scp = /^(?<user>[A-Za-z0-9._-]+)@(?<host>[A-Za-z0-9.-]+):(?<path>[^:]+)$/u.exec(text)?.groups;
  return parseUrl(scp === undefined ? text : `ssh://${scp["user"] ?? ""}@${scp["host"] ?? ""}/${(scp["path"] ?? "").replace(/^\/+/u, "")}`, policy);
}

function parsePath(folder: string, { roots }: LocationPolicy): ParsedLocation {
  try {
    const real = realpathSync(folder);
    if (isUnder(real, roots)) return { status: "allowed", location: { kind: "path", folder: real } };
  } catch {
    // Whether there is anything outside of the roots is not told.
  }
  return refused("there is no such folder under an allowed root; an operator names them with --root");
}

/** Whether a real path lies in one of the folders. */
export function isUnder(real: string, roots: readonly string[]): boolean {
  return roots.some((root) => {
    const within = path.relative(realpathSync(root), real);
    return within === "" || (!within.startsWith("..") && !path.isAbsolute(within));
  });
}

function parseUrl(text: string, { protocols }: LocationPolicy): ParsedLocation {
  if (!/^[a-z]+:\/\//u.test(text) || !URL.canParse(text)) return refused("it is neither a URL nor an absolute path");
  const url = new URL(text);
  const protocol = protocols.find((allowed) => url.protocol === `${allowed}:`);
  if (protocol === undefined) return refused(`${url.protocol.slice(0, 20)} is no allowed protocol: ${protocols.join(", ")}`);
  if (url.password !== "" || (url.username !== "" && protocol !== "ssh")) return refused("it holds a credential: register it without, and name a credential of the workers");
  if (url.search !== "" || url.hash !== "") return refused("it has a query or a fragment");
  if (url.hostname === "" || url.hostname.startsWith("-") || url.username.startsWith("-") || url.pathname.startsWith("/-")) return refused("a part of it starts with a dash");
  return { status: "allowed", location: { kind: "url", protocol, host: url.hostname, port: url.port === "" ? ports[protocol] : Number(url.port), url: url.href } };
}

function refused(reason: string): ParsedLocation {
  return { status: "refused", reason };
}
