import type { Control } from "./control.ts";

/**
 * Every control that Muster knows, in the order in which reports list them. OWASP ids are of the API Security Top 10
 * 2023; criteria are ids of the AICPA Trust Services Criteria (2017, points of focus revised 2022). Each mapping has our
 * own one-line reason. A control supports a criterion; it never proves it met.
 */
export const controlCatalogue: readonly Control[] = [
  {
    id: "AUTHN-01",
    statement: "Every endpoint authenticates its caller, or is on the approved public list.",
    scope: "endpoint",
    owasp: [{ id: "API2", why: "An endpoint without authentication is its plainest form." }, { id: "API5", why: "A function that anyone may call is open to every level of caller." }],
    cwe: [{ id: 306, why: "A function is reached without authentication." }],
    criteria: [
      { id: "CC6.1", why: "Access to the service is limited to callers whose identity was established first." },
      { id: "CC6.6", why: "Endpoints are the boundary towards outsiders; each one that answers without a credential is a way past it." },
    ],
  },
  {
    id: "AUTHZ-FN-01",
    statement: "Write and admin endpoints require a role or a scope.",
    scope: "endpoint",
    owasp: [{ id: "API5", why: "Functions for some callers stay closed to others only where a role or scope is asked for." }],
    cwe: [{ id: 285, why: "Authorisation does not fit the function." }, { id: 862, why: "Authorisation is missing where a function is called." }],
    criteria: [{ id: "CC6.3", why: "What a caller may do follows from a role, and reaches no further than the role needs." }],
  },
  {
    id: "AUTHZ-OBJ-01",
    statement: "A destructive handler checks that the object belongs to the caller before it changes it.",
    scope: "endpoint",
    owasp: [{ id: "API1", why: "The object is chosen by the caller, and nothing ties it to the caller." }],
    cwe: [{ id: 639, why: "Authorisation is passed by a key that the user controls." }, { id: 285, why: "Authorisation does not fit the object." }],
    criteria: [
      { id: "CC6.1", why: "Being signed in opens one's own data and nobody else's." },
      { id: "CC6.3", why: "The right to change an object is tied to the one who holds it." },
    ],
  },
  {
    id: "SECRET-01",
    statement: "No credential lies in the tree.",
    scope: "repository",
    owasp: [{ id: "API8", why: "A credential in code is a configuration that everyone with the code can read." }],
    cwe: [{ id: 798, why: "A credential is written into the code." }],
    criteria: [{ id: "CC6.1", why: "Keys and passwords are kept from everyone who can read the code." }],
  },
  {
    id: "SECRET-02",
    statement: "No credential lies in the history.",
    scope: "repository",
    owasp: [{ id: "API8", why: "What was committed once is in every clone, whatever the tree says now." }],
    cwe: [{ id: 798, why: "A credential was written into the code, and its history keeps it." }],
    criteria: [{ id: "CC6.1", why: "A key that was ever committed stays readable in every clone until it is revoked." }],
  },
  {
    id: "AUDIT-01",
    statement: "DELETE, PATCH, PUT and destructive POST handlers emit an audit event with actor, action and object.",
    scope: "endpoint",
    owasp: [],
    cwe: [{ id: 778, why: "An event that matters to security is not logged, or not enough of it." }],
    criteria: [
      { id: "CC7.2", why: "Changes can be watched for misuse only where they leave a record of who did what to which object." },
      { id: "CC7.3", why: "An incident is assessed from those records; without them its extent stays unknown." },
    ],
  },
  {
    id: "AUDIT-02",
    statement: "Audit events are signed or shipped to an append-only store.",
    scope: "repository",
    owasp: [],
    cwe: [{ id: 778, why: "A record that can be removed does not count as logged." }, { id: 345, why: "Nothing shows that a record is the one that was written." }],
    criteria: [
      { id: "CC7.2", why: "Records that an intruder can edit do not show what the intruder did." },
      { id: "CC7.3", why: "Conclusions about an incident rest on records whose integrity can be shown." },
    ],
  },
  {
    id: "INV-01",
    statement: "There are no shadow endpoints: code, document and traffic agree.",
    scope: "endpoint",
    owasp: [{ id: "API9", why: "Endpoints that no document lists are what an inventory is kept for." }],
    cwe: [{ id: 1059, why: "The document leaves out what the code serves." }],
    criteria: [
      { id: "CC6.1", why: "Points of access can be protected only when they are known." },
      { id: "CC7.1", why: "An endpoint that nobody listed is a change that monitoring of the configuration should surface." },
    ],
  },
  {
    id: "INV-02",
    statement: "There are no zombie endpoints: none that is deprecated or unused, and still mounted.",
    scope: "endpoint",
    owasp: [{ id: "API9", why: "Old endpoints that still answer are named by it as the typical gap." }],
    cwe: [{ id: 1059, why: "What is retired on paper is still served." }],
    criteria: [
      { id: "CC7.1", why: "Code that serves nobody still carries weaknesses, and is the last to be looked after." },
      { id: "CC8.1", why: "Retiring an endpoint is a change that is finished when it is unmounted." },
    ],
  },
  {
    id: "DOC-01",
    statement: "The security that the API document states agrees with the guards in the code.",
    scope: "endpoint",
    owasp: [{ id: "API9", why: "A document that differs from the code is no inventory." }, { id: "API2", why: "An endpoint documented as secured, and open in code, lacks authentication." }],
    cwe: [{ id: 1059, why: "The document says something else than the code does." }],
    criteria: [
      { id: "CC6.1", why: "Reviews of access rely on the document; where it differs from the code they approve something else." },
      { id: "CC7.1", why: "A difference between the two is a configuration that drifted." },
    ],
  },
  {
    id: "MTLS-01",
    statement: "Declared internal hops use client certificates, and verify them.",
    scope: "repository",
    owasp: [{ id: "API2", why: "Services that do not show who they are cannot be told apart." }, { id: "API8", why: "A TLS check that is switched off is a misconfiguration of the transport." }, { id: "API10", why: "What another service answers is trusted only as far as its certificate is checked." }],
    cwe: [{ id: 295, why: "A certificate is not validated." }, { id: 319, why: "Data travels in clear text." }],
    criteria: [
      { id: "CC6.7", why: "Data between services travels encrypted, to the service that was meant." },
      { id: "CC6.1", why: "A service, like a person, shows who it is before it is answered." },
    ],
  },
  {
    id: "RATE-01",
    statement: "A limiter stands on every endpoint, a stricter one on login and other sensitive flows.",
    scope: "endpoint",
    owasp: [{ id: "API4", why: "Without a limit one caller can use up what all share." }, { id: "API6", why: "Sensitive flows are harmful when they can be repeated without end." }],
    cwe: [{ id: 770, why: "Resources are handed out without a limit." }, { id: 307, why: "Attempts to sign in are not limited." }, { id: 799, why: "The frequency of interactions is not controlled." }],
    criteria: [
      { id: "CC6.6", why: "A limit on login stops outsiders from guessing their way in." },
      { id: "A1.1", why: "In part: limits keep one caller from using up the capacity of all." },
    ],
  },
  {
    id: "JWT-01",
    statement: "Tokens are accepted only by allowed algorithms, with signature, expiry, audience, issuer and trusted keys checked.",
    scope: "repository",
    owasp: [{ id: "API2", why: "A token that is not verified in full lets its bearer choose who he is." }],
    cwe: [{ id: 347, why: "A signature is not verified." }, { id: 613, why: "A session does not expire as it should." }],
    criteria: [
      { id: "CC6.1", why: "A token proves an identity only when its signature and its claims are verified." },
      { id: "CC6.6", why: "Outsiders can present any token; what is not checked they can choose." },
    ],
  },
  {
    id: "CHG-01",
    statement: "Every state of the protected branch was analysed.",
    scope: "repository",
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
    scope: "repository",
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
    scope: "repository",
    owasp: [],
    cwe: [],
    criteria: [
      { id: "CC4.2", why: "An accepted weakness is someone's decision, on record, with an end." },
      { id: "CC5.3", why: "Departures from the policy follow the policy's own procedure." },
    ],
  },
];
