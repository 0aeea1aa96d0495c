import { expect, it } from "vitest";
import { textFinder } from "./text-finder.ts";

const texts = ["flask", "Flask", '.get("/', "ask", "größe", "zz"];

it.each([
  ["import flask", ["flask", "ask"]],
  ["from flask import Flask", ["flask", "Flask", "ask"]],
  ["FLASK_ENV", []],
  ['app.get("/items")', ['.get("/']],
  ["größe = 1", ["größe"]],
  ["", []],
])("%j holds %j", (text, expected) => {
  expect(textFinder(texts)(Buffer.from(text)).map((place) => texts[place])).toEqual(expected);
});

it("finds nothing where nothing is looked for", () => {
  expect(textFinder([])(Buffer.from("anything"))).toEqual([]);
});
