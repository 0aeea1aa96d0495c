/** aiohttp's paths as templates: `{name:[0-9]{1,3}}` is `{name}`. Expressions may hold one level of braces. */
export function pathTemplate(path: string): string {
  return path.replaceAll(/\{([A-Za-z_]\w*)(?::[^{}]*(?:\{[^{}]*\}[^{}]*)*)?\}/g, "{$1}");
}
