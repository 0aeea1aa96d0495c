/** Shannon entropy in bits a character, over UTF-16 code units: 0 for `aaaa`, 4 for sixteen different characters. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (let at = 0; at < text.length; at++) counts.set(text.charAt(at), (counts.get(text.charAt(at)) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) {
    const share = count / text.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}
