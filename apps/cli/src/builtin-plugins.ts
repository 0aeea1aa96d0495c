/** A plugin that comes with Muster. */
export interface BuiltinPlugin {
  readonly name: string;
  /** URL of the module whose default export it is. Throws where the package is not installed. */
  url(): string;
}

/** Written by `npm run generate -w @muster/generate` from the folders under plugins/: the language, then its plugins by name. */
export const builtinPlugins: readonly BuiltinPlugin[] = [
  { name: "python", url: () => import.meta.resolve("@muster/python/plugin") },
  { name: "aiohttp", url: () => import.meta.resolve("@muster/plugin-aiohttp") },
  { name: "apiflask", url: () => import.meta.resolve("@muster/plugin-apiflask") },
  { name: "auth", url: () => import.meta.resolve("@muster/plugin-auth") },
  { name: "bola", url: () => import.meta.resolve("@muster/plugin-bola") },
  { name: "bottle", url: () => import.meta.resolve("@muster/plugin-bottle") },
  { name: "chalice", url: () => import.meta.resolve("@muster/plugin-chalice") },
  { name: "cherrypy", url: () => import.meta.resolve("@muster/plugin-cherrypy") },
  { name: "connexion", url: () => import.meta.resolve("@muster/plugin-connexion") },
  { name: "django", url: () => import.meta.resolve("@muster/plugin-django") },
  { name: "django-ninja", url: () => import.meta.resolve("@muster/plugin-django-ninja") },
  { name: "drf", url: () => import.meta.resolve("@muster/plugin-drf") },
  { name: "drift", url: () => import.meta.resolve("@muster/plugin-drift") },
  { name: "falcon", url: () => import.meta.resolve("@muster/plugin-falcon") },
  { name: "fastapi", url: () => import.meta.resolve("@muster/plugin-fastapi") },
  { name: "flask", url: () => import.meta.resolve("@muster/plugin-flask") },
  { name: "flask-admin", url: () => import.meta.resolve("@muster/plugin-flask-admin") },
  { name: "flask-appbuilder", url: () => import.meta.resolve("@muster/plugin-flask-appbuilder") },
  { name: "flask-openapi3", url: () => import.meta.resolve("@muster/plugin-flask-openapi3") },
  { name: "flask-restful", url: () => import.meta.resolve("@muster/plugin-flask-restful") },
  { name: "flask-restx", url: () => import.meta.resolve("@muster/plugin-flask-restx") },
  { name: "flask-smorest", url: () => import.meta.resolve("@muster/plugin-flask-smorest") },
  { name: "graphql", url: () => import.meta.resolve("@muster/plugin-graphql") },
  { name: "limits", url: () => import.meta.resolve("@muster/plugin-limits") },
  { name: "litestar", url: () => import.meta.resolve("@muster/plugin-litestar") },
  { name: "logging", url: () => import.meta.resolve("@muster/plugin-logging") },
  { name: "pyramid", url: () => import.meta.resolve("@muster/plugin-pyramid") },
  { name: "robyn", url: () => import.meta.resolve("@muster/plugin-robyn") },
  { name: "sanic", url: () => import.meta.resolve("@muster/plugin-sanic") },
  { name: "secrets", url: () => import.meta.resolve("@muster/plugin-secrets") },
  { name: "tokens", url: () => import.meta.resolve("@muster/plugin-tokens") },
  { name: "tornado", url: () => import.meta.resolve("@muster/plugin-tornado") },
  { name: "transport", url: () => import.meta.resolve("@muster/plugin-transport") },
];
