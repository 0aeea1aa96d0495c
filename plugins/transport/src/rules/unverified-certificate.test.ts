import { expect, test } from "vitest";
import { called, model, place, read, reports, symbol, unknown } from "../../test/model.ts";
import { unverifiedCertificate } from "./unverified-certificate.ts";

test("a client that is told not to verify is reported, and one that verifies or is told by what is not known is not", () => {
  const calls = [called("requests.get", 1, ["https://a.example"], { verify: false }), called("requests.get", 2, ["https://a.example"], { verify: true }), called("requests.get", 3, [unknown], { verify: unknown }), called("requests.get", 4, [unknown])];
  expect(read(unverifiedCertificate, model(calls))).toEqual(["1 off high"]);
});

test("what a caller or the environment may switch on is a lesser finding", () => {
  expect(read(unverifiedCertificate, model([called("httpx.Client", 1, [], { verify: { kind: "const", value: false, byDefault: true } })]))).toEqual(["1 default medium"]);
});

test("`verify` of what is no client is another word, and of an unknown client it is less certain", () => {
  expect(reports(unverifiedCertificate, model([called("PIL.Image.open().save", 1, [], { verify: false }), called("jwt.decode", 2, [], { verify: false }), called("some.Thing", 3, [], { verify: false })]))).toEqual([]);
  expect(reports(unverifiedCertificate, model([called("some.Thing", 3, [], { verify: false, url: unknown })]))[0]?.confidence).toBe("medium");
});

test("what stays on this machine needs no certificate", () => {
  expect(read(unverifiedCertificate, model([called("requests.get", 1, ["https://localhost:8443"], { verify: false }), called("requests.get", 2, ["https://localhost.example.com"], { verify: false })]))).toEqual(["2 off high"]);
});

test("contexts, requirements and whole processes are seen", () => {
  const calls = [
    called("ssl.create_default_context().check_hostname", 1, [false], {}, { kind: "assignment", symbol: "app.client.other" }),
    called("ssl.SSLContext().check_hostname", 7, [false], {}, { kind: "assignment" }),
    called("ssl.SSLContext().verify_mode", 2, [symbol("ssl.CERT_NONE")], {}, { kind: "assignment" }),
    called("ssl.SSLContext().verify_mode", 3, [symbol("ssl.CERT_REQUIRED")], {}, { kind: "assignment" }),
    called("ssl._create_default_https_context", 4, [symbol("ssl._create_unverified_context")], {}, { kind: "assignment" }),
    called("redis.Redis", 5, [], { ssl_cert_reqs: "none" }),
    called("redis.Redis", 6, [], { ssl_cert_reqs: null }),
  ];
  expect(read(unverifiedCertificate, model(calls))).toEqual(["1 off high", "2 off high", "4 off high", "5 off high"]);
});

test("two ways to one place are one finding, the certain one", () => {
  const ways = [called("requests.get", 1, [], { verify: { kind: "const", value: false, byDefault: true } }), called("requests.get", 1, [], { verify: false })];
  expect(read(unverifiedCertificate, model(ways))).toEqual(["1 off high"]);
});

test("the mend is an edit where the literal stands in the call", () => {
  const [report] = reports(unverifiedCertificate, model([called("requests.get", 1, [], { verify: false })]));
  expect(report?.fix?.edits.map(({ text }) => text)).toEqual(["True"]);
  expect(reports(unverifiedCertificate, model([called("requests.get", 1, [], { verify: { kind: "const", value: false } })]))[0]?.fix).toBeUndefined();
});

test("deployment files speak too", () => {
  expect(read(unverifiedCertificate, model([], [place("unverified", 7), place("client-required", 8)]))).toEqual(["7 deployment high"]);
});
