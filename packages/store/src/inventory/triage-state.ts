/** What people decided of a finding. `open`: nothing yet. */
export const triageStates = ["open", "confirmed", "false_positive", "accepted", "fixed"] as const;
export type TriageState = (typeof triageStates)[number];
