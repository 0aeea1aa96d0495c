import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

/** Addresses that are within a network, on a machine, or stand for no one host (IANA special-purpose registries). */
const special = new BlockList();
for (const [net, prefix] of [["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.0.0.0", 24], ["192.168.0.0", 16], ["198.18.0.0", 15], ["224.0.0.0", 4], ["240.0.0.0", 4]] as const) special.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of [["::", 128], ["::1", 128], ["64:ff9b:1::", 48], ["fc00::", 7], ["fe80::", 10], ["ff00::", 8]] as const) special.addSubnet(net, prefix, "ipv6");

export type ResolvedHost = { readonly status: "resolved"; readonly address: string } | { readonly status: "private" } | { readonly status: "unknown"; readonly reason: string };

/** The address of a host; the caller connects to this one, so that a second answer of the name server changes nothing. */
export async function resolveHost(host: string, privateHosts: boolean): Promise<ResolvedHost> {
  const literal = host.replace(/^\[|\]$/gu, "");
  try {
    const addresses = isIP(literal) === 0 ? await lookup(host, { all: true }) : [{ address: literal, family: isIP(literal) }];
    const allowed = addresses.find(({ address, family }) => privateHosts || !special.check(unmapped(address), family === 6 && !isMapped(address) ? "ipv6" : "ipv4"));
    return allowed === undefined ? { status: "private" } : { status: "resolved", address: allowed.address };
  } catch (error) {
    return { status: "unknown", reason: error instanceof Error && "code" in error ? String(error.code) : String(error) };
  }
}

function isMapped(address: string): boolean {
  return /^::ffff:\d+\./iu.test(address);
}

/** `::ffff:10.0.0.1` reaches 10.0.0.1. */
function unmapped(address: string): string {
  return isMapped(address) ? address.slice("::ffff:".length) : address;
}
