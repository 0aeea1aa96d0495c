/** Seconds of the units in which libraries write rates. */
const units: readonly (readonly [RegExp, number])[] = [
  [/^s(?:ec(?:ond)?s?)?$/, 1],
  [/^m(?:in(?:ute)?s?)?$/, 60],
  [/^h(?:ours?|rs?)?$/, 3_600],
  [/^d(?:ays?)?$/, 86_400],
  [/^(?:months?)$/, 2_592_000],
  [/^y(?:ears?)?$/, 31_536_000],
];

/**
 * How many requests a rate lets through in a minute when all of it is used: `5/minute`, `10 per 2 minutes`, `100/h`, `3/10 seconds`,
 * and the strictest of several (`200/day;50/hour`). Undefined where it is written otherwise.
 */
export function perMinute(text: string): number | undefined {
  const rates = text.split(/[;,|]/).map(one);
  return rates.some((rate) => rate === undefined) ? undefined : Math.min(...rates.map((rate) => rate ?? Number.POSITIVE_INFINITY));
}

function one(text: string): number | undefined {
  const match = /^\s*(\d+)\s*(?:\/|per)\s*(\d+(?:\.\d+)?)?\s*([a-z]+)\s*$/i.exec(text);
  const seconds = match && units.find(([unit]) => unit.test((match[3] ?? "").toLowerCase()))?.[1];
  if (!match || typeof seconds !== "number") return undefined;
  const span = seconds * Number(match[2] ?? 1);
  return span > 0 ? (Number(match[1]) * 60) / span : undefined;
}
