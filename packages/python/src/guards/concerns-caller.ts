/**
 * Whether something from outside the repository may be about who calls. A name proves nothing: it only decides whether
 * "not followed" is worth an `unknown` (it may guard) or not (a rate limiter, a database session).
 */
export function mayConcernCaller(name: string): boolean {
  return /auth(?!or(?!i[sz]))|token|jwt|oauth|oidc|login|logged|sign_?in|session_?user|current_?user|get_?user|identity|principal|permission|require|protect|secur|access|role|scope|admin|api_?key|verif|keycloak|csrf|acl/i.test(name.slice(name.lastIndexOf(".") + 1)) || /(^|\.)(fastapi_users|fastapi_azure_auth|fastapi_keycloak|fastapi_cloudauth|authlib|fastapi_jwt_auth|fastapi_login|propelauth_fastapi|auth0|clerk)/.test(name);
}

const saysWhoCalls = /user|auth|subject|principal|account|identity|claims|token|member|customer|actor|caller|api_?key|role|scope|permission|admin|staff/i;

/** What a name beside the request says of callers when nothing is known of what was set there. */
export function concernsWhoCalls(name: string): boolean {
  return saysWhoCalls.test(name);
}

const credentials = /(^|_)(auth|authorization|bearer|credentials?|hmac|jwt|key|api_?keys?|access_?key|passwd|password|secret|session_?id|sig|signature|token|access_?token|auth_?token|id_?token|refresh_?token|session_?token)(_of|_from|$)/;
const otherTokens = /(page|next|continuation|cursor|sync|device|push|csrf|xsrf|sort|order|group|public|primary|foreign|idempotency|partition|cache)_(key|token)$/;

/** Whether something that callers send is a credential by its name: `access_token`, `X-API-Key`, `key_of(request)`; not `author`, `page_token`. */
export function saysCredential(name: string): boolean {
  const words = wordsOf(name);
  return credentials.test(words) && !otherTokens.test(words);
}

const keysOfPrograms = /^(x_)?(api|access|secret)_?(key|token|secret)s?$/;

/** Whether a field of a body is by its name the key that a program calls with: what signs people in (`password`, `token`) is not. */
export function saysProgramKey(name: string): boolean {
  return keysOfPrograms.test(wordsOf(name)) && !/^access_?tokens?$/.test(wordsOf(name));
}

const statements = /(^|_)(roles?|scopes?|groups?|tenants?|version|type|kind|lang|language|locale|platform|channel|source|env|environment|region|mode|plan|tier|format|organi[sz]ation|org|project|workspace|site|host|domain|timezone)(_|$)/;

/** Whether something that callers send is by its name what they say of themselves for anyone to say: nothing that is found by it shows who calls. */
export function saysStatement(name: string): boolean {
  return statements.test(wordsOf(name)) && !saysCredential(name);
}

/** `X-API-Key`, `apiKey` and `api.key` as words. */
function wordsOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1).replaceAll("-", "_").replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}

/** Whether a condition as written names something that may be about the caller. */
export function namesCaller(text: string): boolean {
  return (text.match(/[A-Za-z_]\w*/g) ?? []).some((name) => mayConcernCaller(name) || concernsWhoCalls(name));
}
