import { type Format, type Vendor, vendor } from "../format.ts";
import { alnum, sampleOf } from "../part.ts";

/** A password that is an argument of a command. */
function argument(id: string, title: string, keywords: readonly string[], pattern: string, example: (secret: string) => string): Format {
  return {
    id,
    title,
    kind: "generic-assignment",
    judgedAs: "password",
    confidence: "medium",
    keywords,
    pattern,
    scope: "keyword",
    before: "alphanumeric",
    after: "any",
    shown: 0,
    examples: () => {
      const secret = sampleOf([alnum(14)]);
      return [{ text: `${example(secret)}\n`, secret }];
    },
  };
}

const value = "([^\\s\"'`$<>{}|&;]{4,128})";

/** Source: https://curl.se/docs/manpage.html, https://linux.die.net/man/1/sshpass, https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.security/convertto-securestring */
export const commandLines: Vendor = vendor("command lines", "https://curl.se/docs/manpage.html", [
  argument("curl-user", "password of curl's --user", ["curl "], `curl [^\\r\\n]{0,200}?(?:-u|--user|--proxy-user)[ =]{0,2}["']?[^\\s:"'$]{1,60}:${value}`, (secret) => `curl -fsS -u deploy:${secret} https://files.internal/x`),
  {
    ...argument("option-secret", "secret in an option of a command", ["--token ", "--password ", "--secret ", "--api-key ", "--apikey ", "--api-token ", "--access-token ", "--auth-token ", "--client-secret "], `--(?:token|password|secret|api-?key|(?:api|access|auth)-token|client-secret)[ \\t]+["']?${value}`, (secret) => `deploy --api-token ${secret} --wait`),
    judgedAs: "opaque",
  },
  argument("sshpass-password", "password of sshpass", ["sshpass -p", "sshpass\", \"-p"], `sshpass(?:[ \\t]+|["'], ?["'])-p(?:["'], ?["']|[ \\t]{0,4}["']?)${value}`, (secret) => `sshpass -p '${secret}' ssh deploy@host.internal`),
  argument("net-user-password", "password of a Windows account", ["net user "], `(?i:net user )["']?[^\\s"'/]{1,40}["']? ["']?${value}["']?[ \\t]+/(?i:add|y|domain)`, (secret) => `net user deploy ${secret} /add`),
  argument("secure-string", "password made into a secure string", ["ConvertTo-SecureString"], `(?i:ConvertTo-SecureString)[ \\t]+(?:(?i:-String)[ \\t]+)?["']([^"'$\\r\\n]{6,128})["'][^\\r\\n]{0,40}(?i:-AsPlainText)`, (secret) => `$p = ConvertTo-SecureString "${secret}" -AsPlainText -Force`),
  argument("database-client-password", "password of a database client", ["mysql ", "mysqldump ", "mysqladmin ", "redis-cli ", "mongosh ", "mongodump ", "mongorestore "], `(?:mysql|mysqldump|mysqladmin|redis-cli|mongosh|mongodump|mongorestore) [^\\r\\n]{0,120}?(?:--password=|--pass |[ ]-a |-u ?[a-z_]{1,20} -p)["']?${value}`, (secret) => `mysqldump -h db.internal -u backup -p${secret} app`),
  argument("network-credential", "password of a network credential", ["NetworkCredential("], `(?i:NetworkCredential)\\([ \\t]{0,4}@?"[^"\\r\\n]{1,120}"[ \\t]{0,4},[ \\t]{0,4}@?["']([^"'$\\r\\n]{4,128})["']`, (secret) => `client.Credentials = new NetworkCredential("deploy", "${secret}");`),
  argument("directory-entry", "password of a directory entry", ["DirectoryEntry("], `(?i:DirectoryEntry)\\([^()\\r\\n]{1,200},\\s{0,40}@?"[^"\\r\\n]{1,120}"[ \\t]{0,4},\\s{0,40}@?["']([^"'$\\r\\n]{4,128})["']`, (secret) => `new DirectoryEntry("LDAP://ad.internal", "deploy", "${secret}")`),
  argument("psexec-password", "password of PsExec", ["psexec"], `(?i:psexec(?:64)?(?:\\.exe)?)[ \\t]+[^\\r\\n]{0,160}?-u[ \\t]+[^\\s]{1,80}[ \\t]+-p[ \\t]+["']?([^\\s"'\x60$<>{}%|&;]{4,128})`, (secret) => `psexec \\\\build -u ACME\\deploy -p ${secret} cmd`),
  argument("vi-server-password", "password of a vSphere server", ["Connect-VIServer"], `(?i:Connect-VIServer)[ \\t][^\\r\\n]{0,160}?-(?i:password)[ \\t]+["']?${value}`, (secret) => `Connect-VIServer -Server vc.internal -User deploy -Password ${secret}`),
]);
