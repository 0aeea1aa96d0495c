export { literalPlaces, type LiteralPlace } from "./parse/literal-place.ts";
export { loadPythonParser, type PythonParser } from "./parse/parser.ts";
