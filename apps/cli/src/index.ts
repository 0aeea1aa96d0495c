export { builtinPlugins, builtinUrl, type BuiltinPlugin } from "./builtin-plugins.ts";
