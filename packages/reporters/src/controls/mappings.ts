import type { Control } from "@muster/contract";

/** One thing that a control is mapped to, as reports name it, and why. */
export interface NamedMapping {
  readonly name: string;
  readonly why: string;
}

/** What a control is mapped to: OWASP first, then CWE, then the criteria that it supports. */
export function mappingsOf({ owasp, cwe, criteria }: Control): readonly NamedMapping[] {
  return [
    ...owasp.map(({ id, why }) => ({ name: `OWASP ${id}:2023`, why })),
    ...cwe.map(({ id, why }) => ({ name: `CWE-${id}`, why })),
    ...criteria.map(({ id, why }) => ({ name: `supports ${id}`, why })),
  ];
}
