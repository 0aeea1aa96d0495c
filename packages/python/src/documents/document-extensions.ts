/** Endings that tell a document from a module. */
export const documentExtensions: readonly string[] = [".yaml", ".yml", ".json", ".conf", ".cfg", ".ini"];

export function isDocumentPath(path: string): boolean {
  return documentExtensions.some((extension) => path.endsWith(extension));
}
