/** A plugin that comes with Muster. */
export interface BuiltinPlugin {
  readonly name: string;
  /** URL of the module whose default export it is. Throws where the package is not installed. */
  url(): string;
}

/** In the order in which they are loaded: the language before its frameworks, those before the analyses. */
export const builtinPlugins: readonly BuiltinPlugin[] = [
  { name: "python", url: () => import.meta.resolve("@muster/python/plugin") },
  { name: "fastapi", url: () => import.meta.resolve("@muster/plugin-fastapi") },
  { name: "auth", url: () => import.meta.resolve("@muster/plugin-auth") },
  { name: "bola", url: () => import.meta.resolve("@muster/plugin-bola") },
  { name: "secrets", url: () => import.meta.resolve("@muster/plugin-secrets") },
  { name: "logging", url: () => import.meta.resolve("@muster/plugin-logging") },
];
