import { expect, test } from "vitest";

import { isNewEnough } from "./ensure-node.mjs";
import { nodePins } from "./node-pins.mjs";

test.each(["24.12.0", "24.21.0", "26.0.0"])("Node %s runs Muster", (version) => {
  expect(isNewEnough(version)).toBe(true);
});

test.each(["20.20.2", "22.18.0", "24.11.9"])("Node %s is too old", (version) => {
  expect(isNewEnough(version)).toBe(false);
});

test("every pinned Node is new enough and has a hash", () => {
  for (const pin of Object.values(nodePins)) {
    expect(isNewEnough(pin.version)).toBe(true);
    expect(pin.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/u);
  }
});
