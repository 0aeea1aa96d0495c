/**
 * Whether something from outside the repository may be about who calls. A name proves nothing: it only decides whether
 * "not followed" is worth an `unknown` (it may guard) or not (a rate limiter, a database session).
 */
export function mayConcernCaller(name: string): boolean {
  return /auth(?!or(?!i[sz]))|token|jwt|oauth|oidc|login|logged|sign_?in|session_?user|current_?user|get_?user|identity|principal|permission|require|protect|secur|access|role|scope|admin|api_?key|verif|keycloak|csrf|acl/i.test(name.slice(name.lastIndexOf(".") + 1)) || /(^|\.)(fastapi_users|fastapi_azure_auth|fastapi_keycloak|fastapi_cloudauth|authlib|fastapi_jwt_auth|fastapi_login|propelauth_fastapi|auth0|clerk)/.test(name);
}
