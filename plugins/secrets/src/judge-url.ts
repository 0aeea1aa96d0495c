import type { Suppression } from "./candidate.ts";
import { isPlaceholder } from "./placeholder.ts";

const databases =
  /^(?:jdbc:)?(?:postgres(?:ql)?|mysqlx?|mariadb|mongodb|rediss?|valkeys?|amqps?|mssql|sqlserver|oracle|clickhouse|cockroachdb|snowflake|couchbases?|couchdb|cassandra|neo4j|bolt|ldaps?|nats|smtps?|kafka|sqlalchemy|redshift|trino|presto|vertica|elasticsearch|memcached|mqtts?|stomp|etcd|influxdb|timescaledb|db2|hive|databricks|bigquery|firebird|sybase|teradata|surrealdb|turso|libsql|scylla(?:db)?|dremio|exa(?:sol)?|hana|opensearch|milvus|qdrant|weaviate|questdb|yugabyte(?:db)?|singlestore(?:db)?|arangodb|tidb|greenplum|netezza|informix|monetdb|crate(?:db)?|drill|druid|pinot|impala|rqlite|dgraph|pulsar|rabbitmqs?|activemq|ignite|taos(?:ws)?|gaussdb|opengauss|kylin|athena|awsathena|doris|starrocks|sqlanywhere|ingres|iris|ksql|zookeeper|consul|celery|beanstalkd?)(?:\+[a-z0-9_]+)?(?:s)?$/i;
const schemes = /^(?:https?|ftps?|sftp|ssh|git|wss?|socks[45]h?|rtsp|svn|hg|irc|smb|s3|webdavs?|imaps?|pop3s?|telnet|vnc|rdp|docker|tcp|udp|git\+https?|git\+ssh)$/i;

/** Which kind a scheme makes of its credentials. */
export function kindOfScheme(scheme: string): "connection-string" | "credentials-in-url" | undefined {
  if (databases.test(scheme)) return "connection-string";
  return schemes.test(scheme) ? "credentials-in-url" : undefined;
}

/** `user` and `host` are what stands around the password in its URL. */
export function judgeUrl(user: string, password: string, host: string): Suppression | undefined {
  if (/[${}<>[\]%*]/.test(password.slice(0, 2)) && !/^%[0-9A-Fa-f]{2}/.test(password)) return "template";
  if (/\$\{|\{\{|\$\(|%\(|%s|\{[\w.]*\}|<[\w-]+>/.test(password)) return "template";
  // Hosts of code take the token as the user, and this in the place of a password.
  if (/^x-(?:oauth-basic|token-auth)$/.test(password)) return "words";
  if (/^\d{1,5}$/.test(password)) return "words";
  if (user === password || user.toLowerCase() === password.toLowerCase()) return "placeholder";
  // A word with a number behind it is what a compose file is made with; against a real host it is a weak password.
  if (isRemote(host) && /^[a-z]{4,}\d{2,}$/i.test(password) && !/^(?:user|test|example|password|your\w*|placeholder|changeme)\d+$/i.test(password)) return undefined;
  if (isPlaceholder(password) || /^(?:pass|pw|pwd|passwd|password|secret|user|x+|y+|z+|\.+)\d{0,3}$/i.test(password)) return "placeholder";
  if (/^[a-z_-]+[_-]?pass(?:word|wd)?$/i.test(password)) return "placeholder";
  if (password.length < 4 || new Set(password).size < 3) return "entropy";
  if (/^(?:example\.(?:com|org|net)|host(?:name)?|server|your[-_.])/.test(host) && /^[a-z]+$/i.test(password)) return "placeholder";
  // A word on this machine or on a container's name is what a compose file is made with.
  if (/^(?:localhost|127\.|0\.0\.0\.0|\[::1\]|(?:db|database|postgres|mysql|redis|rabbitmq|mongo|mariadb)(?:[:/]|$))/.test(host) && /^[a-z_-]+$/i.test(password)) return "placeholder";
  return undefined;
}

/** A host with a domain, other than those that documentation is written with (RFC 2606). */
function isRemote(host: string): boolean {
  const name = /^[\w.-]+/.exec(host)?.[0] ?? "";
  return /[a-z][\w-]*\.[a-z]{2,}$/i.test(name) && !/^(?:www\.)?example\.(?:com|org|net)$|\.(?:local|test|invalid|localhost)$|^your/i.test(name);
}
