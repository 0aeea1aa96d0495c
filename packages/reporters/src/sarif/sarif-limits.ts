/** What GitHub code scanning takes of one run; what is above is refused or dropped there without a word. */
export const sarifLimits: { readonly results: number; readonly threadFlowLocations: number; readonly tags: number } = {
  results: 25_000,
  threadFlowLocations: 1_000,
  tags: 20,
};
