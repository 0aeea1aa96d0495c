/** Libraries whose `verify` is about the certificate of the server. */
const httpLibraries = /^(?:requests|httpx|requests_[a-z0-9]+|niquests|curl_cffi|cloudscraper|boto3|botocore|aioboto3|aiobotocore|hvac|consul|keycloak|docker|elasticsearch|opensearchpy|influxdb|influxdb_client|pyarr|proxmoxer|jira|atlassian|gitlab|artifactory|nomad|urllib3|authlib|oauthlib|zeep|ldap3|splunklib|pysnow|pynetbox|netmiko|jenkins|sentry_sdk|openai|anthropic|qdrant_client|weaviate|minio)\b/;

/** Methods and classes of clients of HTTP, whatever the library is called. */
const clientNames = /(?:^|\.)(?:get|post|put|patch|delete|head|options|request|stream|Session|Client|AsyncClient|AsyncHTTPTransport|HTTPTransport|AsyncClientSession)$/;

/** Names under which something else is verified. */
const otherVerify = /^(?:jwt|jose|joserfc|authlib\.jose|itsdangerous|passlib|PIL|yaml|nacl|cryptography|gnupg|pytest|unittest|click|typer|shutil|tarfile|zipfile|h5py|django|rest_framework|wtforms)\b/;

/** Whether `verify` of a call is about TLS, and how sure that is. */
export function takesVerify(callee: string, names: readonly string[]): "certainly" | "probably" | "no" {
  if (otherVerify.test(callee)) return "no";
  if (httpLibraries.test(callee)) return "certainly";
  if (clientNames.test(callee) || names.some((name) => /^(?:url|base_url|host|hostname|endpoint|endpoint_url|server|address|cert|timeout|headers)$/.test(name))) return "probably";
  return "no";
}

/** Whether `ssl=False` is aiohttp's: elsewhere it asks for no TLS at all, which is another thing. */
export function takesAiohttpSsl(callee: string): boolean {
  return /^aiohttp\b/.test(callee);
}
