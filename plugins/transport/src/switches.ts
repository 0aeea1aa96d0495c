import type { Term } from "@muster/contract";

/** What a value of a TLS switch does to verification. */
export type Effect = "off" | "off-by-default" | "on" | "unknown";

interface Switch {
  /** Reads the value. */
  readonly effect: (value: Term) => Effect;
  /** What the value is to be instead, in Python, where that mends it. */
  readonly mended?: string;
}

const falseIsOff: Switch = { effect: (value) => ofConstant(value, (given) => given === false || given === 0), mended: "True" };
const trueIsOff: Switch = { effect: (value) => ofConstant(value, (given) => given === true), mended: "False" };
const noneIsOff: Switch = { effect: certificateRequirement };

/** Arguments and attributes that switch the verification of a server off, by name: each is about TLS and nothing else. */
export const switches: ReadonlyMap<string, Switch> = new Map<string, Switch>([
  ...["verify_ssl", "ssl_verify", "verify_certs", "verify_tls", "tls_verify", "verify_certificate", "validate_certs", "check_hostname", "ssl_check_hostname", "assert_hostname", "ssl_assert_hostname", "verify_https"].map((name) => [name, falseIsOff] as const),
  ...["tlsInsecure", "tlsAllowInvalidCertificates", "tlsAllowInvalidHostnames", "ssl_allow_invalid_certificates", "insecure_skip_verify", "disable_ssl_certificate_validation", "trust_all_certs"].map((name) => [name, trueIsOff] as const),
  ...["cert_reqs", "ssl_cert_reqs", "verify_mode"].map((name) => [name, noneIsOff] as const),
]);

/** `verify` is a word for many things: it is about TLS where a client of HTTP takes it. */
export const verifySwitch: Switch = falseIsOff;

function ofConstant(value: Term, isOff: (given: string | number | boolean | null) => boolean): Effect {
  if (value.kind !== "const") return "unknown";
  if (!isOff(value.value)) return "on";
  return value.byDefault ? "off-by-default" : "off";
}

/** `ssl.CERT_NONE`, `"CERT_NONE"`, `"none"`, `0`; None says nothing of it for most libraries. */
function certificateRequirement(value: Term): Effect {
  if (value.kind === "symbol") return /(?:^|\.)CERT_NONE$/.test(value.name) ? "off" : /CERT_(?:REQUIRED|OPTIONAL)$/.test(value.name) ? "on" : "unknown";
  return ofConstant(value, (given) => given === 0 || (typeof given === "string" && /^(?:cert_)?none$/i.test(given)));
}
