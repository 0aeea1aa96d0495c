/** Stands for the path of a content that no commit gives one. */
export const nowhere = "(no path)";
