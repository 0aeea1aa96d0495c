import { expect, test } from "vitest";
import { endpoint, limited, model, read, trace } from "../../test/model.ts";
import { looseLimit } from "./loose-limit.ts";

const login = (...rates: readonly (string | null)[]) => endpoint("POST /login", trace(rates.map((rate) => limited(rate))));

test("a sign-in that is limited no more than anything else is reported, one with a strict limit beside it is not", () => {
  expect(read(looseLimit, model([login("1000/minute")]))).toEqual(["loose low POST /login"]);
  expect(read(looseLimit, model([login("1000/minute", "5/minute")]))).toEqual([]);
});

test("a rate that is not known, and any rate of another endpoint, are silent", () => {
  expect(read(looseLimit, model([login(null), endpoint("GET /items", trace([limited("1000/minute")]))]))).toEqual([]);
});

test("how much is strict can be said", () => {
  expect(read(looseLimit, model([login("10/minute")]))).toEqual([]);
  expect(read(looseLimit, model([login("10/minute")], { options: { strictPerMinute: 5 } }))).toEqual(["loose low POST /login"]);
});
