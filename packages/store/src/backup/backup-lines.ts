/**
 * A backup is text, packed with gzip, in lines that begin with what they are: `h` the head, `t` a table whose rows (`r`)
 * follow, `e` the end with the number of rows and the SHA-256 of all that comes before. Rows are JSON as Postgres writes
 * it, so that what either engine wrote either can read.
 */
export interface BackupHead {
  readonly format: "muster.backup/1";
  /** How many migrations the schema had, and their names. */
  readonly schema: number;
  readonly migrations: readonly string[];
  readonly at: string;
}

export interface BackupTable {
  readonly table: string;
  readonly columns: readonly string[];
}

export interface BackupEnd {
  readonly rows: number;
  readonly sha256: string;
}

export type BackupLine = { readonly kind: "head"; readonly head: BackupHead } | { readonly kind: "table"; readonly table: BackupTable } | { readonly kind: "row"; readonly json: string } | { readonly kind: "end"; readonly end: BackupEnd };

export function writeLine(line: BackupLine): string {
  switch (line.kind) {
    case "head":
      return `h${JSON.stringify(line.head)}\n`;
    case "table":
      return `t${JSON.stringify(line.table)}\n`;
    case "row":
      return `r${line.json}\n`;
    case "end":
      return `e${JSON.stringify(line.end)}\n`;
    default:
      return line satisfies never;
  }
}

/** Undefined for what is no line of a backup. Of the JSON in it nothing is known yet but that it is some; rows are not looked into. */
export function readLine(text: string): BackupLine | undefined {
  const json = text.slice(1);
  try {
    switch (text[0]) {
      case "h":
        return { kind: "head", head: JSON.parse(json) as BackupHead };
      case "t":
        return { kind: "table", table: JSON.parse(json) as BackupTable };
      case "r":
        return { kind: "row", json };
      case "e":
        return { kind: "end", end: JSON.parse(json) as BackupEnd };
      default:
        return undefined;
    }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
