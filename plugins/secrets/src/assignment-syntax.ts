/**
 * How languages and documents put a value beside its name, as pieces of RE2 patterns. None of them has a group of its own.
 */

/** A quote; inside a document that is itself a literal (a notebook, JSON in YAML) a backslash stands before it. */
export const quote = "\\\\?[\"'`]";

/** `=`, `:=`, `?=`, `||=`, `=>`, `->`, `:` and comparisons. */
export const operator = "(?::{1,3}=|[!=]==?|=>|->|\\?=|\\|\\|[=:]?|=|:)";

/** A name that is a value itself, and its value under a key of its own: `"name": "X", "value": "…"`, the same in YAML over two lines, `key="X" value="…"`, a Terraform variable. */
export const pair: string = `(?:${quote}[ \\t]{0,4},[ \\t\\r\\n]{0,40}${quote}[Vv]alue${quote}[ \\t]{0,4}:|["']?[ \\t]{0,4}\\{?\\r?\\n[ \\t-]{0,40}(?:value|default)[ \\t]{0,8}[:=]|["'][ \\t\\r\\n]{1,20}value[ \\t]{0,4}=)`;

/** A type between a name and its value: `x: str =`, `var x string =`. */
export const annotation = "(?:[ \\t]*:[ \\t]*[A-Za-z_&][A-Za-z0-9_.|&<> \\[\\]]{0,40}?[ \\t]*=|[ \\t]+(?:string|String|str|text)[ \\t]*=)";
