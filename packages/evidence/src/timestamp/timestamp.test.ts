import { execFileSync, spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readTimestamp, timestampRequest } from "./timestamp.ts";

const work = mkdtempSync(path.join(tmpdir(), "muster-timestamp-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const tool = "openssl";
const openssl = (...args: readonly string[]): string => execFileSync(tool, args, { cwd: work, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
const hasOpenssl = spawnSync(tool, ["version"]).status === 0;
const checkpoint = Buffer.from("ledger.example/acme\n3\nroot\n\n— signature\n");
const at = (name: string): string => path.join(work, name);
const certificate = (name: string): X509Certificate => new X509Certificate(readFileSync(at(name)));

describe.skipIf(!hasOpenssl)("with an authority that openssl plays", () => {
  beforeAll(() => {
    writeFileSync(at("tsa.cnf"), "[tsa]\ndefault_tsa = tsa1\n[tsa1]\nserial = serial\ncrypto_device = builtin\ndefault_policy = 1.2.3.4.1\nsigner_digest = sha256\ndigests = sha256\nordering = no\ness_cert_id_alg = sha256\n");
    writeFileSync(at("serial"), "01\n");
    for (const [name, usage] of [["tsa", "critical,timeStamping"], ["other", "critical,timeStamping"], ["web", "serverAuth"]] as const) {
      openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", `${name}.key`, "-out", `${name}.pem`, "-days", "30", "-subj", `/CN=${name}`, "-addext", `extendedKeyUsage=${usage}`);
    }
    writeFileSync(at("request.tsq"), timestampRequest(checkpoint, Buffer.from("c0ffee00c0ffee00", "hex")));
    openssl("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "request.tsq", "-signer", "tsa.pem", "-inkey", "tsa.key", "-out", "response.tsr");
  });

  test("what is asked is a request, and what is answered holds, for openssl too", () => {
    expect(openssl("ts", "-query", "-in", "request.tsq", "-text")).toMatch(/Hash Algorithm: sha256[^]*Certificate required: yes/u);
    const time = readTimestamp(readFileSync(at("response.tsr")), checkpoint, certificate("tsa.pem"));
    expect(Math.abs(time.getTime() - Date.now())).toBeLessThan(600_000);
    writeFileSync(at("checkpoint"), checkpoint);
    expect(openssl("ts", "-verify", "-data", "checkpoint", "-in", "response.tsr", "-CAfile", "tsa.pem")).toContain("OK");
  });

  test.each(["0000000000000000", "0000000000000001", "7fffffffffffffff", "80ffffffffffffff", "00ffffffffffffff"])("a request with the nonce %s is one, whatever its first bits are", (nonce) => {
    writeFileSync(at("nonce.tsq"), timestampRequest(checkpoint, Buffer.from(nonce, "hex")));
    const number = BigInt(`0x${nonce}`).toString(16).toUpperCase();
    expect(openssl("ts", "-query", "-in", "nonce.tsq", "-text")).toMatch(new RegExp(`Nonce: 0x0*${number}$`, "mu"));
  });

  test.each([
    ["other bytes", (response: Buffer) => readTimestamp(response, Buffer.from("other"), certificate("tsa.pem")), "does not hold"],
    ["another authority", (response: Buffer) => readTimestamp(response, checkpoint, certificate("other.pem")), "does not hold"],
    ["what is cut off", (response: Buffer) => readTimestamp(response.subarray(0, 40), checkpoint, certificate("tsa.pem")), "does not hold"],
    ["what is no timestamp", () => readTimestamp(Buffer.from("<html>"), checkpoint, certificate("tsa.pem")), "does not hold"],
  ])("%s is refused", (_what, run, said) => {
    expect(() => run(readFileSync(at("response.tsr")))).toThrow(said);
  });

  test("no changed byte of the signed time is accepted", () => {
    const response = readFileSync(at("response.tsr"));
    const place = response.indexOf("20", response.indexOf(Buffer.from([0x18, 0x0f])));
    const changed = Buffer.from(response);
    changed[place + 3] = (changed[place + 3] ?? 0) ^ 1;
    expect(() => readTimestamp(changed, checkpoint, certificate("tsa.pem"))).toThrow("does not hold");
  });
});
