/** A plugin that cannot take part: its message names the plugin, what is wrong with it and what to do. */
export class PluginLoadError extends Error {
  override readonly name = "PluginLoadError";
}
