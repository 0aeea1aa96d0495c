import type { SiteKind } from "../site.ts";

/** What a line of a deployment file says of TLS between services. Each fits within one line. */
export interface DeploymentPattern {
  readonly kind: SiteKind;
  readonly of: string;
  readonly line: RegExp;
  /** What another line of the same document says, where the line alone does not tell. */
  readonly beside?: RegExp;
  /** What the line itself does not say. */
  readonly unless?: RegExp;
  /** What no line of the same document says. */
  readonly without?: RegExp;
}

/** What a file says that sets a server up: the word for its authority is one of clients too. */
const serving = /^[ \t]*(?:bind|workers|worker_class|certfile|keyfile)[ \t]*=/m;
const authority = /^[ \t]*ssl_client_certificate[ \t]/m;

/** Texts of which a file that says any of it has at least one. */
export const deploymentHints: readonly string[] = [
  "ssl_verify", "insecureSkipVerify", "insecure_skip_verify", "auth-tls-verify-client", "PeerAuthentication", "DestinationRule", "require_client_certificate", "clientAuthType",
  "ssl-ca-certs", "ssl-cert-reqs", "ca-certs", "PYTHONHTTPSVERIFY", "NODE_TLS_REJECT_UNAUTHORIZED", "linkerd.io/inject", "connect-inject", "tls_verify", "cert_reqs", "verify-mode", "ca_certs", "SSL_CA_CERTS", "sslmode=disable",
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
  { kind: "client-not-required", of: "gunicorn", line: /gunicorn.*--ca-certs[= ]/i, unless: /--cert-reqs[= ]["']?2/ },
  { kind: "client-required", of: "gunicorn", line: /gunicorn.*--cert-reqs[= ]["']?2/i },
  { kind: "client-not-required", of: "hypercorn", line: /hypercorn.*--ca-certs[= ]/, unless: /--verify-mode[= ]["']?CERT_REQUIRED/ },
  { kind: "client-required", of: "hypercorn", line: /hypercorn.*--verify-mode[= ]["']?CERT_REQUIRED/ },
  // Their configuration files, in Python, TOML and the environment.
  { kind: "client-required", of: "gunicorn or hypercorn", line: /^\s*(?:cert_reqs\s*=\s*(?:2|(?:ssl\.)?CERT_REQUIRED)|verify_mode\s*=\s*["']?(?:ssl\.)?CERT_REQUIRED)/, beside: serving },
  { kind: "client-not-required", of: "gunicorn or hypercorn", line: /^\s*ca_certs\s*=\s*["'][^"']/, beside: serving, without: /^[ \t]*(?:cert_reqs[ \t]*=[ \t]*(?:2|(?:ssl\.)?CERT_REQUIRED)|verify_mode[ \t]*=[ \t]*["']?(?:ssl\.)?CERT_REQUIRED)/m },
  { kind: "client-not-required", of: "uvicorn", line: /UVICORN_SSL_CA_CERTS["']?\s*[:=]\s*["']?[^\s"']/, without: /UVICORN_SSL_CERT_REQS["']?\s*[:=]\s*["']?2\b/ },
  { kind: "plaintext", of: "PostgreSQL's address", line: /postgres(?:ql)?(?:\+\w+)?:\/\/\S*[?&]sslmode=disable\b/, unless: /@(?:localhost|127\.|\[::1\])|:\/\/\/|:\/\/(?:localhost|127\.)/ },
  { kind: "unverified", of: "Python", line: /PYTHONHTTPSVERIFY["']?\s*[:=]\s*["']?0\b/ },
  { kind: "unverified", of: "Node.js", line: /NODE_TLS_REJECT_UNAUTHORIZED["']?\s*[:=]\s*["']?0\b/ },
];
