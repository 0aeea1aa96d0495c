import type { ObservedCall, Term } from "@muster/contract";
import { beginningOf, isLocal } from "./local-host.ts";
import type { Site, SiteKind } from "./site.ts";

/** What a call says of connections between services: channels of gRPC, and servers that are given the authority of their clients. */
export function serverSites(call: ObservedCall): readonly Site[] {
  if (!call.reached || call.kind !== "call") return [];
  switch (call.callee) {
    case "grpc.insecure_channel":
    case "grpc.aio.insecure_channel":
      return isElsewhere(argument(call, 0, "target")) ? [siteOf(call, "plaintext", "insecure_channel(…)")] : [];
    case "grpc.ssl_channel_credentials":
      return isSet(argument(call, 1, "private_key")) ? [siteOf(call, "client-certificate", "private_key=…")] : [];
    case "grpc.ssl_server_credentials":
      return grpcServer(call);
    case "uvicorn.run":
    case "uvicorn.Config":
      return askingServer(call, "ssl_ca_certs", "ssl_cert_reqs");
    default:
      if (call.callee.endsWith(".load_cert_chain") && call.callee.startsWith("ssl.")) return [siteOf(call, "client-certificate", "load_cert_chain(…)")];
      return [];
  }
}

function grpcServer(call: ObservedCall): readonly Site[] {
  if (!isSet(argument(call, 1, "root_certificates"))) return [];
  const asked = argument(call, 2, "require_client_auth");
  if (asked === undefined && call.open) return [];
  if (asked === undefined || (asked.kind === "const" && asked.value === false)) return [siteOf(call, "client-not-required", "require_client_auth=False")];
  return asked.kind === "const" && asked.value === true ? [siteOf(call, "client-required", "require_client_auth=True")] : [];
}

/** Both ask nobody for a certificate unless told to, whatever authority they are given. */
function askingServer(call: ObservedCall, authority: string, requirement: string): readonly Site[] {
  if (!isSet(argument(call, 99, authority))) return [];
  const asked = argument(call, 99, requirement);
  if (asked === undefined) return call.open ? [] : [siteOf(call, "client-not-required", `${authority} without ${requirement}`)];
  const text = asked.kind === "symbol" ? asked.name.replace(/^.*\./, "") : asked.kind === "const" ? String(asked.value) : "";
  if (/^(?:CERT_REQUIRED|2)$/.test(text)) return [siteOf(call, "client-required", `${requirement}=${text}`)];
  return /^(?:CERT_NONE|CERT_OPTIONAL|0|1)$/.test(text) ? [siteOf(call, "client-not-required", `${requirement}=${text}`)] : [];
}

/** Whether a target is named, and is not this machine: a service that the environment names may be anything. */
function isElsewhere(target: Term | undefined): boolean {
  const text = beginningOf(target);
  return text !== undefined && text !== "" && !isLocal(text);
}

function isSet(value: Term | undefined): boolean {
  return value !== undefined && !(value.kind === "const" && value.value === null);
}

function argument(call: ObservedCall, position: number, name: string): Term | undefined {
  return call.keywords.find((keyword) => keyword.name === name)?.value ?? call.args[position];
}

function siteOf(call: ObservedCall, kind: SiteKind, what: string): Site {
  return { kind, what, of: call.callee, where: "code", byDefault: false, certain: true, span: call.span, symbol: call.symbol, steps: call.through.slice(-6) };
}
