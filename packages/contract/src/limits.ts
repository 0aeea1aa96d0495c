/** What every report says of itself, in sentences. */
export const limits: readonly string[] = [
  "Static analysis shows that a control is present in the code, not that it ran.",
  "What a gateway, proxy or cloud adds or takes away is not in the code, and not in this report.",
  "A result supports a criterion; whether a criterion is met is an auditor's opinion, and nothing here states it.",
];
