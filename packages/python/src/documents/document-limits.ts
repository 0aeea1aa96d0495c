/** Nodes of one YAML document, what aliases stand for counted each time. */
export const mostNodes = 200_000;
/** Nodes of one JSON document, which has no aliases: none of its size has more. */
export const mostJsonNodes = 2_000_000;
/** Collections within collections: no specification comes near it. */
export const deepest = 64;

/** A document that is not read, with the reason. */
export class DocumentError extends Error {}
