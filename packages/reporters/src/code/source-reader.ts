/**
 * Gives the text of a file of the scanned tree by its path relative to the root, decoded; `undefined` where it cannot be
 * had (gone, too large, outside the tree). Reporters ask it for code frames and never open a file themselves.
 */
export type SourceReader = (path: string) => string | undefined;
