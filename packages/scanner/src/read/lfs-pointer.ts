/** Bounds of the size of a Git LFS pointer (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md), with room for extensions of it. */
export const pointerBytes = { least: 100, usual: 256, most: 1024 } as const;

/** Whether bytes are such a pointer: a few lines that stand for a file that is kept elsewhere. */
export function isPointer(bytes: Buffer): boolean {
  return bytes.length >= pointerBytes.least && bytes.length <= pointerBytes.most && bytes.toString("latin1", 0, 40).startsWith("version https://git-lfs.github.com/spec/");
}
