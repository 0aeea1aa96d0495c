import { gitStream, type StreamEnd } from "./git-stream.ts";

export type ObjectType = "blob" | "commit" | "tree" | "tag";

/**
 * Every object that is in the repository's store, in the order of its packs: contents that are stored as differences from
 * each other lie together. Asks nothing of what is not there. The id is where it stands in `text`.
 */
export async function eachObject(folder: string, visit: (text: Buffer, at: number, type: ObjectType, size: number) => void, signal: AbortSignal): Promise<StreamEnd> {
  const take = (lines: Buffer): void => {
    for (let at = 0; at < lines.length; ) {
      const end = lines.indexOf(0x0a, at);
      const [type, size] = lines.toString("latin1", lines.indexOf(0x20, at) + 1, end).split(" ");
      if (type === "blob" || type === "commit" || type === "tree" || type === "tag") visit(lines, at, type, Number(size));
      at = end + 1;
    }
  };
  return gitStream(folder, ["cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname) %(objecttype) %(objectsize)"], 0x0a, take, signal);
}
