import type { SiteKind } from "../site.ts";

/** What a line of a deployment file says of TLS between services. Each fits within one line. */
export interface DeploymentPattern {
  readonly kind: SiteKind;
  readonly of: string;
  readonly line: RegExp;
  /** What another line of the same document says, where the line alone does not tell. */
  readonly beside?: RegExp;
  /** What no line of the same document says. */
  readonly unless?: RegExp;
}

const authority = /^[ \t]*ssl_client_certificate[ \t]/m;

/** Texts of which a file that says any of it has at least one. */
export const deploymentHints: readonly string[] = [
  "ssl_verify", "insecureSkipVerify", "insecure_skip_verify", "auth-tls-verify-client", "PeerAuthentication", "DestinationRule", "require_client_certificate", "clientAuthType",
  "ssl-ca-certs", "ssl-cert-reqs", "ca-certs", "PYTHONHTTPSVERIFY", "NODE_TLS_REJECT_UNAUTHORIZED", "linkerd.io/inject", "connect-inject", "tls_verify", "cert_reqs", "verify-mode",
];

export const deploymentPatterns: readonly DeploymentPattern[] = [
  { kind: "unverified", of: "nginx", line: /^\s*(?:proxy|grpc|uwsgi)_ssl_verify\s+off\s*;/ },
  { kind: "client-required", of: "nginx", line: /^\s*ssl_verify_client\s+on\s*;/ },
  { kind: "client-not-required", of: "nginx", line: /^\s*ssl_verify_client\s+(?:off|optional|optional_no_ca)\s*;/, beside: authority },
  { kind: "client-required", of: "ingress-nginx", line: /nginx\.ingress\.kubernetes\.io\/auth-tls-verify-client["']?\s*:\s*["']?on["']?\s*$/ },
  { kind: "client-not-required", of: "ingress-nginx", line: /nginx\.ingress\.kubernetes\.io\/auth-tls-verify-client["']?\s*:\s*["']?(?:off|optional|optional_no_ca)["']?\s*$/ },
  { kind: "unverified", of: "ingress-nginx", line: /nginx\.ingress\.kubernetes\.io\/proxy-ssl-verify["']?\s*:\s*["']?off["']?\s*$/ },
  { kind: "unverified", of: "Traefik", line: /^\s*-?\s*["']?(?:--serversTransport\.)?insecureSkipVerify["']?\s*[:=]\s*["']?true["']?\s*,?\s*$/i },
  { kind: "client-required", of: "Traefik", line: /^\s*clientAuthType\s*[:=]\s*["']?RequireAndVerifyClientCert["']?\s*$/ },
  { kind: "client-not-required", of: "Traefik", line: /^\s*clientAuthType\s*[:=]\s*["']?(?:NoClientCert|RequestClientCert|RequireAnyClientCert|VerifyClientCertIfGiven)["']?\s*$/ },
  { kind: "mesh", of: "Istio", line: /^\s*mode\s*:\s*["']?STRICT["']?\s*$/, beside: /^[ \t]*kind[ \t]*:[ \t]*["']?PeerAuthentication["']?[ \t]*$/m },
  { kind: "client-not-required", of: "Istio", line: /^\s*mode\s*:\s*["']?(?:PERMISSIVE|DISABLE)["']?\s*$/, beside: /^[ \t]*kind[ \t]*:[ \t]*["']?PeerAuthentication["']?[ \t]*$/m },
  { kind: "plaintext", of: "Istio", line: /^\s*mode\s*:\s*["']?DISABLE["']?\s*$/, beside: /^[ \t]*kind[ \t]*:[ \t]*["']?DestinationRule["']?[ \t]*$/m },
  { kind: "mesh", of: "Istio", line: /^\s*mode\s*:\s*["']?ISTIO_MUTUAL["']?\s*$/, beside: /^[ \t]*kind[ \t]*:[ \t]*["']?DestinationRule["']?[ \t]*$/m },
  { kind: "mesh", of: "Linkerd", line: /linkerd\.io\/inject["']?\s*:\s*["']?enabled["']?\s*$/ },
  { kind: "mesh", of: "Consul", line: /consul\.hashicorp\.com\/connect-inject["']?\s*:\s*["']?true["']?\s*$/ },
  { kind: "client-required", of: "Envoy", line: /^\s*require_client_certificate\s*:\s*true\s*$/ },
  { kind: "client-not-required", of: "Envoy", line: /^\s*require_client_certificate\s*:\s*false\s*$/ },
  { kind: "client-not-required", of: "uvicorn", line: /uvicorn.*--ssl-ca-certs[= ]/, unless: /--ssl-cert-reqs[= ]["']?2/ },
  { kind: "client-required", of: "uvicorn", line: /uvicorn.*--ssl-ca-certs[= ].*--ssl-cert-reqs[= ]["']?2|uvicorn.*--ssl-cert-reqs[= ]["']?2.*--ssl-ca-certs[= ]/ },
  { kind: "client-not-required", of: "gunicorn", line: /gunicorn.*--ca-certs[= ]/, unless: /--cert-reqs[= ]["']?2/ },
  { kind: "client-required", of: "gunicorn", line: /gunicorn.*--cert-reqs[= ]["']?2/ },
  { kind: "client-not-required", of: "hypercorn", line: /hypercorn.*--ca-certs[= ]/, unless: /--verify-mode[= ]["']?CERT_REQUIRED/ },
  { kind: "client-required", of: "hypercorn", line: /hypercorn.*--verify-mode[= ]["']?CERT_REQUIRED/ },
  { kind: "unverified", of: "Python", line: /PYTHONHTTPSVERIFY["']?\s*[:=]\s*["']?0\b/ },
  { kind: "unverified", of: "Node.js", line: /NODE_TLS_REJECT_UNAUTHORIZED["']?\s*[:=]\s*["']?0\b/ },
];
