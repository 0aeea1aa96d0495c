import type { FileRole } from "@muster/contract";

const vendored = new Set(["vendor", "_vendor", "_vendored", "third_party", "thirdparty", "node_modules", "bower_components", "site-packages", "dist-packages", ".venv", "venv", "virtualenv", ".tox", ".nox", "__pypackages__", ".eggs"]);
const generated = new Set(["__generated__", "_generated", "__pycache__", "htmlcov", ".mypy_cache", ".pytest_cache", ".ruff_cache"]);
/** Names that nobody gives to a part of a product. */
const test = new Set(["tests", "e2e", "__tests__", "testdata", "test_data"]);
/** Names that a part of a product can have too: they count outside of Python packages only. */
const testOutsidePackages = new Set(["test", "testing"]);
const documentationOutsidePackages = new Set(["doc", "docs", "docs_src", "documentation", "example", "examples", "sample", "samples"]);

const generatedFile = /(?:_pb2(?:_grpc)?\.pyi?|\.min\.(?:js|css)|\.(?:js|css)\.map)$/;
const testFile = /^(?:test_.*\.py|.*_test\.py|conftest\.py|tests\.py|.*\.(?:test|spec)\.[cm]?[jt]sx?)$/;
const documentationFile = /\.(?:md|mdx|rst|adoc)$/;

/**
 * What a file is, from its path alone: whole names of folders and of the file, never a part of a name, since a product
 * can be called `test_observer`. `isPackage` says whether a folder holds an `__init__.py`: `app/docs` of a package
 * `app` is a part of the product, `docs` beside it is not.
 */
export function roleOf(path: string, isPackage: (folder: string) => boolean = () => false): FileRole {
  const segments = path.split("/");
  const name = segments.pop() ?? "";
  const hasFolder = (names: ReadonlySet<string>): boolean => segments.some((segment) => names.has(segment));
  const hasFolderOutsidePackages = (names: ReadonlySet<string>): boolean =>
    segments.some((segment, depth) => names.has(segment) && (depth === 0 || !isPackage(segments.slice(0, depth).join("/"))));

  if (hasFolder(vendored)) return "vendored";
  if (hasFolder(generated) || generatedFile.test(name) || isBuilt(segments)) return "generated";
  if (hasFolder(test) || testFile.test(name) || hasFolderOutsidePackages(testOutsidePackages)) return "test";
  if (segments.includes("migrations") || segments.some((segment, depth) => segment === "alembic" && segments[depth + 1] === "versions")) return "migration";
  if (documentationFile.test(name) || hasFolderOutsidePackages(documentationOutsidePackages)) return "documentation";
  return "source";
}

/** `build` and `dist` can be parts of a product; these are what setuptools makes. */
function isBuilt(segments: readonly string[]): boolean {
  return segments.some((segment, depth) => segment.endsWith(".egg-info") || (segment === "build" && /^(?:lib|bdist|temp)(?:\.|$)/.test(segments[depth + 1] ?? "")));
}
