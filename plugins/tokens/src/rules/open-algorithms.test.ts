import { expect, test } from "vitest";
import type { Term } from "@muster/contract";
import { called, read, reports, term, unknown } from "../../test/model.ts";
import { openAlgorithms } from "./open-algorithms.ts";

const header: Term = { kind: "call", callee: { kind: "symbol", name: "jwt.get_unverified_header" }, args: [unknown], keywords: [], span: called("x", 1, []).span };

test("no algorithm, one that the token names and two kinds of them are reported", () => {
  const calls = [
    called("jose.jwt.decode", 1, [unknown, unknown]),
    called("jwt.decode", 2, [unknown, unknown]),
    called("jwt.decode", 3, [unknown, unknown], { algorithms: [{ kind: "item", of: header, key: term("alg") }] }),
    called("jwt.decode", 4, [unknown, unknown, ["HS256", "RS256"]]),
  ];
  expect(read(openAlgorithms, ...calls).toSorted()).toEqual(["1 absent medium", "2 absent-in-pyjwt medium", "3 from-token high", "4 mixed low"]);
});

test("a fixed algorithm, one that is not known, and arguments that may be there are silent", () => {
  const calls = [
    called("jwt.decode", 1, [unknown, unknown], { algorithms: ["RS256", "ES256"] }),
    called("jwt.decode", 2, [unknown, unknown], { algorithms: unknown }),
    called("jwt.decode", 3, [unknown, unknown], {}, { open: true }),
    called("jwt.decode", 4, [], {}, { open: true, reached: false }),
  ];
  expect(read(openAlgorithms, ...calls)).toEqual([]);
});

test("another field of the header is not the algorithm", () => {
  expect(read(openAlgorithms, called("jwt.decode", 3, [unknown, { kind: "item", of: header, key: term("kid") }], { algorithms: ["RS256"] }))).toEqual([]);
});

test("the mend is offered where all tokens of the repository are issued by one algorithm", () => {
  const open = called("jwt.decode", 3, [unknown, unknown]);
  const issue = (algorithm: string, line: number) => called("jwt.encode", line, [unknown, unknown], { algorithm });
  expect(reports(openAlgorithms, open, issue("HS512", 8))[0]?.fix?.edits).toEqual([{ span: open.written?.end, text: ', algorithms=["HS512"]' }]);
  expect(reports(openAlgorithms, open, issue("HS512", 8), issue("RS256", 9))[0]?.fix).toBeUndefined();
  expect(reports(openAlgorithms, open)[0]?.fix).toBeUndefined();
  expect(reports(openAlgorithms, called("authlib.jose.jwt.decode", 3, [unknown, unknown]), issue("HS512", 8))[0]?.fix).toBeUndefined();
});
