export { builtinPlugins, type BuiltinPlugin } from "./builtin-plugins.ts";
