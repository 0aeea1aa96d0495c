import type { CredentialType } from "@muster/contract";
import { constant, label, modelClass, none, symbolic, unknown, type ClassValue, type NativeCall, type Place, type Value } from "@muster/python";
import { refuse } from "@muster/web";

/** The framework's security classes. Each rejects a request without its credential, unless told not to (`auto_error=False`). */
const schemes: readonly { readonly name: string; readonly credential: CredentialType; readonly status: number }[] = [
  { name: "fastapi.security.OAuth2", credential: "oauth2", status: 401 },
  { name: "fastapi.security.OAuth2PasswordBearer", credential: "oauth2", status: 401 },
  { name: "fastapi.security.OAuth2AuthorizationCodeBearer", credential: "oauth2", status: 401 },
  { name: "fastapi.security.HTTPBearer", credential: "http-bearer", status: 401 },
  { name: "fastapi.security.HTTPBasic", credential: "http-basic", status: 401 },
  { name: "fastapi.security.HTTPDigest", credential: "http-digest", status: 401 },
  { name: "fastapi.security.APIKeyHeader", credential: "api-key", status: 401 },
  { name: "fastapi.security.APIKeyQuery", credential: "api-key", status: 401 },
  { name: "fastapi.security.APIKeyCookie", credential: "api-key", status: 401 },
  { name: "fastapi.security.OpenIdConnect", credential: "openid-connect", status: 401 },
];

const submodules: Readonly<Record<string, string>> = { OAuth2: "oauth2", OAuth2PasswordBearer: "oauth2", OAuth2AuthorizationCodeBearer: "oauth2", HTTPBearer: "http", HTTPBasic: "http", HTTPDigest: "http", APIKeyHeader: "api_key", APIKeyQuery: "api_key", APIKeyCookie: "api_key", OpenIdConnect: "open_id_connect_url" };

export function securityModels(): Map<string, Value> {
  const models = new Map<string, Value>();
  const base = modelClass({ name: "fastapi.security.base.SecurityBase" });
  models.set("fastapi.security.base.SecurityBase", base);
  for (const scheme of schemes) {
    const cls: ClassValue = modelClass({
      name: scheme.name,
      bases: [base],
      methods: { __init__: (call) => remember(call), __call__: (call) => present(call, scheme.credential, scheme.status) },
    });
    const short = scheme.name.slice("fastapi.security.".length);
    models.set(scheme.name, cls);
    models.set(`fastapi.security.${submodules[short] ?? ""}.${short}`, cls);
  }
  const formField = (name: string) => (call: NativeCall): Value => symbolic({ kind: "input", source: "form", name }, { labels: label.input, place: call.place });
  const form = modelClass({
    name: "fastapi.security.OAuth2PasswordRequestForm",
    properties: Object.fromEntries(["username", "password", "scopes", "client_id", "client_secret", "grant_type"].map((name) => [name, formField(name)])),
  });
  for (const name of ["OAuth2PasswordRequestForm", "OAuth2PasswordRequestFormStrict"]) {
    models.set(`fastapi.security.${name}`, form);
    models.set(`fastapi.security.oauth2.${name}`, form);
  }
  return models;
}

function remember(call: NativeCall): Value {
  if (call.self.kind === "instance") call.self.attributes.set("auto_error", call.args.keywords.get("auto_error") ?? (call.args.open ? unknown("options that are not known", call.place) : constant(true)));
  for (const name of ["name", "scheme_name", "tokenUrl"]) {
    const value = call.args.keywords.get(name);
    if (value && call.self.kind === "instance") call.self.attributes.set(name, value);
  }
  return none;
}

/** Reads the credential: a caller without one is refused, or (without `auto_error`) comes through with `None`. */
export function present(call: NativeCall, credential: CredentialType, status: number): Value {
  const { machine } = call;
  machine.seen.add(credential);
  if (machine.mode !== "anonymous") return credentialOf(call.self, call.place);
  const autoError = call.self.kind === "instance" ? call.self.attributes.get("auto_error") : undefined;
  if (autoError?.kind === "const" && autoError.value === true) refuse(machine, status, call.self.kind === "instance" ? call.self.place : call.place);
  // A caller without the credential: nothing is there, and everything derived from it comes from nothing.
  return symbolic({ kind: "input", source: "header", name: "authorization" }, { labels: label.credential, place: call.place, lean: { truth: false, strong: true } });
}

function credentialOf(scheme: Value, place: Place): Value {
  const name = scheme.kind === "instance" ? scheme.class.name : "credential";
  return symbolic({ kind: "principal", guard: name }, { labels: label.principal, place });
}
