import type { Control } from "./control.ts";

/**
 * Every control that Muster knows, in the order in which reports list them. OWASP ids are of the API Security Top 10
 * 2023; criteria are ids of the AICPA Trust Services Criteria (2017, points of focus revised 2022), each with our own
 * one-line reason why the control supports it. A control supports a criterion; it never proves it met.
 */
export const controlCatalogue: readonly Control[] = [
  {
    id: "AUTHN-01",
    statement: "Every endpoint authenticates its caller, or is on the approved public list.",
    owasp: ["API2", "API5"],
    cwe: [306],
    criteria: [
      { id: "CC6.1", why: "Access to the service is limited to callers whose identity was established first." },
      { id: "CC6.6", why: "Endpoints are the boundary towards outsiders; each one that answers without a credential is a way past it." },
    ],
  },
  {
    id: "AUTHZ-FN-01",
    statement: "Write and admin endpoints require a role or a scope.",
    owasp: ["API5"],
    cwe: [285, 862],
    criteria: [{ id: "CC6.3", why: "What a caller may do follows from a role, and reaches no further than the role needs." }],
  },
  {
    id: "AUTHZ-OBJ-01",
    statement: "A destructive handler checks that the object belongs to the caller before it changes it.",
    owasp: ["API1"],
    cwe: [639, 285],
    criteria: [
      { id: "CC6.1", why: "Being signed in opens one's own data and nobody else's." },
      { id: "CC6.3", why: "The right to change an object is tied to the one who holds it." },
    ],
  },
  {
    id: "SECRET-01",
    statement: "No credential lies in the tree.",
    owasp: ["API8"],
    cwe: [798],
    criteria: [{ id: "CC6.1", why: "Keys and passwords are kept from everyone who can read the code." }],
  },
  {
    id: "SECRET-02",
    statement: "No credential lies in the history.",
    owasp: ["API8"],
    cwe: [798],
    criteria: [{ id: "CC6.1", why: "A key that was ever committed stays readable in every clone until it is revoked." }],
  },
  {
    id: "AUDIT-01",
    statement: "DELETE, PATCH, PUT and destructive POST handlers emit an audit event with actor, action and object.",
    owasp: [],
    cwe: [778],
    criteria: [
      { id: "CC7.2", why: "Changes can be watched for misuse only where they leave a record of who did what to which object." },
      { id: "CC7.3", why: "An incident is assessed from those records; without them its extent stays unknown." },
    ],
  },
  {
    id: "AUDIT-02",
    statement: "Audit events are signed or shipped to an append-only store.",
    owasp: [],
    cwe: [778, 345],
    criteria: [
      { id: "CC7.2", why: "Records that an intruder can edit do not show what the intruder did." },
      { id: "CC7.3", why: "Conclusions about an incident rest on records whose integrity can be shown." },
    ],
  },
  {
    id: "INV-01",
    statement: "There are no shadow endpoints: code, document and traffic agree.",
    owasp: ["API9"],
    cwe: [1059],
    criteria: [
      { id: "CC6.1", why: "Points of access can be protected only when they are known." },
      { id: "CC7.1", why: "An endpoint that nobody listed is a change that monitoring of the configuration should surface." },
    ],
  },
  {
    id: "INV-02",
    statement: "There are no zombie endpoints: none that is deprecated or unused, and still mounted.",
    owasp: ["API9"],
    cwe: [1059],
    criteria: [
      { id: "CC7.1", why: "Code that serves nobody still carries weaknesses, and is the last to be looked after." },
      { id: "CC8.1", why: "Retiring an endpoint is a change that is finished when it is unmounted." },
    ],
  },
  {
    id: "DOC-01",
    statement: "The security that the API document states agrees with the guards in the code.",
    owasp: ["API9", "API2"],
    cwe: [1059],
    criteria: [
      { id: "CC6.1", why: "Reviews of access rely on the document; where it differs from the code they approve something else." },
      { id: "CC7.1", why: "A difference between the two is a configuration that drifted." },
    ],
  },
  {
    id: "MTLS-01",
    statement: "Declared internal hops use client certificates, and verify them.",
    owasp: ["API2", "API8", "API10"],
    cwe: [295, 319],
    criteria: [
      { id: "CC6.7", why: "Data between services travels encrypted, to the service that was meant." },
      { id: "CC6.1", why: "A service, like a person, shows who it is before it is answered." },
    ],
  },
  {
    id: "RATE-01",
    statement: "A limiter stands on every endpoint, a stricter one on login and other sensitive flows.",
    owasp: ["API4", "API6"],
    cwe: [770, 307, 799],
    criteria: [
      { id: "CC6.6", why: "A limit on login stops outsiders from guessing their way in." },
      { id: "A1.1", why: "In part: limits keep one caller from using up the capacity of all." },
    ],
  },
  {
    id: "JWT-01",
    statement: "Tokens are accepted only by allowed algorithms, with signature, expiry, audience, issuer and trusted keys checked.",
    owasp: ["API2"],
    cwe: [347, 613],
    criteria: [
      { id: "CC6.1", why: "A token proves an identity only when its signature and its claims are verified." },
      { id: "CC6.6", why: "Outsiders can present any token; what is not checked they can choose." },
    ],
  },
  {
    id: "CHG-01",
    statement: "Every state of the protected branch was analysed.",
    owasp: [],
    cwe: [],
    criteria: [
      { id: "CC8.1", why: "Each change went through the same examination before or as it took effect." },
      { id: "CC7.1", why: "A weakness is noticed with the commit that brings it." },
      { id: "CC4.1", why: "The examination is ongoing and leaves no commit out." },
    ],
  },
  {
    id: "REM-01",
    statement: "Failures are mended within their deadline.",
    owasp: [],
    cwe: [],
    criteria: [
      { id: "CC4.2", why: "What monitoring found reaches those who can mend it, in time." },
      { id: "CC5.3", why: "The deadline of the policy is acted upon, not only written." },
      { id: "CC7.1", why: "Weaknesses that were detected are closed, and the time this took is known." },
    ],
  },
  {
    id: "EXC-01",
    statement: "Waivers are approved and time-boxed.",
    owasp: [],
    cwe: [],
    criteria: [
      { id: "CC4.2", why: "An accepted weakness is someone's decision, on record, with an end." },
      { id: "CC5.3", why: "Departures from the policy follow the policy's own procedure." },
    ],
  },
];
