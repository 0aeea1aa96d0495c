/** What people see in place of a secret: the part that all secrets of its format share, and its length. */
export function redact(value: string, shown: number): string {
  const length = [...value].length;
  return `${shown < value.length / 2 ? value.slice(0, shown) : ""}… (${length} characters)`;
}
