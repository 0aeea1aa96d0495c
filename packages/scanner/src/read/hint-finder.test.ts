import { expect, it } from "vitest";
import { hintFinder } from "./hint-finder.ts";

const hints = ["flask", "Flask", '.get("/', "ask", "größe", "zz"];

it.each([
  ["import flask", ["flask", "ask"]],
  ["from flask import Flask", ["flask", "Flask", "ask"]],
  ["FLASK_ENV", []],
  ['app.get("/items")', ['.get("/']],
  ["größe = 1", ["größe"]],
  ["", []],
])("%j holds %j", (text, expected) => {
  expect(hintFinder(hints)(Buffer.from(text)).map((place) => hints[place])).toEqual(expected);
});

it("finds nothing where nothing is looked for", () => {
  expect(hintFinder([])(Buffer.from("anything"))).toEqual([]);
});
