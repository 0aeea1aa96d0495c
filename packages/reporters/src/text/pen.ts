import { styleText } from "node:util";

type Format = Parameters<typeof styleText>[0];
type Ink = (text: string) => string;

/** Meanings of text, each with its look. */
export interface Pen {
  readonly title: Ink;
  readonly strong: Ink;
  readonly faint: Ink;
  readonly place: Ink;
  readonly good: Ink;
  readonly warn: Ink;
  readonly bad: Ink;
  readonly unsure: Ink;
  readonly worst: Ink;
  readonly note: Ink;
}

/** The caller decides on colours; no environment and no stream is looked at here. */
export function createPen(colour: boolean): Pen {
  const ink =
    (format: Format): Ink =>
    (text) =>
      colour && text !== "" ? styleText(format, text, { validateStream: false }) : text;
  return {
    title: ink(["bold"]),
    strong: ink(["bold"]),
    faint: ink("dim"),
    place: ink("cyan"),
    good: ink("green"),
    warn: ink("yellow"),
    bad: ink(["bold", "red"]),
    unsure: ink("magenta"),
    worst: ink(["bold", "white", "bgRed"]),
    note: ink("blue"),
  };
}
