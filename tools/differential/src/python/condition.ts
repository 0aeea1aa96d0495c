import type { PythonModule } from "./project.ts";

/** What must hold for some lines to run. */
export const conditions = ["always", "environment", "without environment", "true", "false", "not false"] as const;
export type Condition = (typeof conditions)[number];

/** Adds what `body` adds, under the condition; `body` is given its depth. */
export function underCondition(module: PythonModule, condition: Condition, depth: number, body: (depth: number) => void): void {
  const asked = 'os.environ.get("FEATURE") == "on"';
  switch (condition) {
    case "always":
      return body(depth);
    case "environment":
      module.head("import os");
      module.add(`if ${asked}:`, depth);
      return body(depth + 1);
    case "without environment":
      module.head("import os");
      module.add(`if ${asked}:\n    pass\nelse:`, depth);
      return body(depth + 1);
    case "true":
      module.add("if 1 < 2:", depth);
      return body(depth + 1);
    case "false":
      module.add("if not (1 < 2):", depth);
      return body(depth + 1);
    case "not false":
      module.add('NOTHING = ""\nif not NOTHING:', depth);
      return body(depth + 1);
    default:
      return condition satisfies never;
  }
}
