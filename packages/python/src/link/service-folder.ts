/** The folder of the service that an application belongs to: what lies above its module's source root. */
export function folderOf(path: string, name: string): string {
  const module = name.split(":", 1)[0] ?? "";
  const slashed = module.replaceAll(".", "/");
  for (const tail of [`${slashed}.py`, `${slashed}/__init__.py`]) {
    if (path === tail) return "";
    if (path.endsWith(`/${tail}`)) return path.slice(0, -tail.length - 1).replace(/(^|\/)src$/, "");
  }
  const cut = path.lastIndexOf("/");
  return cut < 0 ? "" : path.slice(0, cut);
}
