/** Sanic's paths as templates: `<name:int>` and `<name:(?P<name>[a-z]+)>` are `{name}`. */
export function pathTemplate(path: string): string {
  let out = "";
  let depth = 0;
  let inside = "";
  for (const character of path) {
    if (character === "<") {
      if (depth++ > 0) inside += character;
      else inside = "";
    } else if (character === ">" && depth > 0) {
      if (--depth > 0) inside += character;
      else out += `{${/^\w+/.exec(inside)?.[0] ?? "?"}}`;
    } else if (depth > 0) inside += character;
    else out += character;
  }
  return depth > 0 ? `${out}<${inside}` : out;
}
