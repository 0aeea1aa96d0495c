/** What a path says of the text in it: tests and pages hold made-up values more often than real ones. */
export type FilePlace = "source" | "test" | "documentation";

const test = /(?:^|\/)(?:tests?|testing|(?:unit|integration|functional|acceptance|regression|system|smoke|component|api|load|perf)[-_]?tests?|__tests__|spec|specs|e2e|fixtures?|testdata|test[-_][\w-]*|mocks?|__mocks__|cassettes|snapshots|__snapshots__)\/|(?:^|\/)(?:test_[^/]*|conftest|[^/]*_test(?:s|ing)?|[^/]*[.-](?:test|spec))\.[a-z]+$|(?:^|\/)\.env\.(?:test|ci)[^/]*$/i;
const documentation = /(?:^|\/)(?:docs?|documentation|docs?_src|examples?|samples?|tutorials?|demos?)\/|\.(?:md|mdx|rst|adoc)$|(?:^|\/)[^/]*(?:openapi|swagger)[^/]*(?:\/|\.(?:json|ya?ml)$)|(?:^|\/)[^/]*(?:\.example|\.sample|\.template|\.dist|-example|_example|\.tmpl)(?:\.[a-z]+)?$|(?:^|\/)(?:CHANGES|CHANGELOG|README|HISTORY|NEWS)[^/]*$/i;

export function filePlace(path: string): FilePlace {
  if (test.test(path)) return "test";
  return documentation.test(path) ? "documentation" : "source";
}

/** Files in which a name and a value beside it say little: locks, translations, what was built or minified, pictures. */
const unlikely =
  /(?:^|\/)(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml|poetry\.lock|uv\.lock|pdm\.lock|pipfile\.lock|composer\.lock|cargo\.lock|go\.sum|gemfile\.lock|npm-shrinkwrap\.json)$|\.(?:lock|po|pot|mo|svg|map|css|scss|less|snap|csv|tsv|xliff?|strings|resx)$|\.min\.[a-z]+$|(?:^|\/)(?:locales?|i18n|translations?|lang|langs|node_modules|vendor|third_party|site-packages)\//i;

export function isUnlikely(path: string): boolean {
  return unlikely.test(path);
}

/** Files in which a value is written without quotes. In code an unquoted word is a name, not a literal. */
const bareValues = /\.(?:conf|config|cfg|cnf|ini|env|properties|ya?ml|sh|bash|zsh|fish|ps1|bat|cmd|txt|md|rst|netrc|pypirc|npmrc|pgpass|htpasswd|credentials|service|toml\.example|plist|dockerfile|log|out)$|(?:^|\/)(?:\.env[^/]*|[^/]*\.env(?:\.[^/]*)?|dockerfile[^/]*|makefile|procfile|vagrantfile|jenkinsfile|credentials|\.?netrc|\.npmrc|\.pypirc|\.pgpass|\.gitlab-ci\.yml|[^/]*\.(?:conf|cfg|ini|ya?ml|properties)\.[a-z0-9]+)$/i;

export function mayBeBare(path: string): boolean {
  return bareValues.test(path);
}
