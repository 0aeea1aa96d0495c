/** A plugin that comes with Muster. */
export interface BuiltinPlugin {
  readonly name: string;
  /** What its package exports it as. */
  readonly specifier: string;
}

/** In the order in which they are loaded: the language before its frameworks, those before the analyses. */
export const builtinPlugins: readonly BuiltinPlugin[] = [
  { name: "python", specifier: "@muster/python/plugin" },
  { name: "fastapi", specifier: "@muster/plugin-fastapi" },
  { name: "auth", specifier: "@muster/plugin-auth" },
  { name: "bola", specifier: "@muster/plugin-bola" },
  { name: "secrets", specifier: "@muster/plugin-secrets" },
  { name: "logging", specifier: "@muster/plugin-logging" },
];

/** URL of a built-in plugin's module. */
export function builtinUrl(plugin: BuiltinPlugin): string {
  return import.meta.resolve(plugin.specifier);
}
