import { execFileSync, spawnSync } from "node:child_process";
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { createServer } from "node:http";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { encodeWitnessKey } from "@muster/evidence";
import { describe, expect, test } from "vitest";
import { muster } from "./muster.ts";
import { TemporaryFolder } from "./temporary-folder.ts";

const tool = "openssl";
const hasOpenssl = spawnSync(tool, ["version"]).status === 0;

/** Answers posts on a port of this machine's own, until it is disposed of. */
async function answering(answer: (body: Buffer) => Buffer | string): Promise<{ readonly url: string } & Disposable> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => response.writeHead(200).end(answer(Buffer.concat(chunks))));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/`, [Symbol.dispose]: () => server.close() };
}

async function ledger(): Promise<TemporaryFolder> {
  const folder = new TemporaryFolder({});
  expect(await muster(["ledger", "evidence", "--name", "ledger.example.com/shop"], folder.path)).toMatchObject({ status: 0 });
  return folder;
}

describe.skipIf(!hasOpenssl)("with an authority that openssl plays", () => {
  test("a timestamp is asked for, checked, kept, and holds for openssl too", async () => {
    using folder = await ledger();
    mkdirSync(folder.at("tsa"));
    const openssl = (...args: readonly string[]): string => execFileSync(tool, args, { cwd: folder.at("tsa"), encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    writeFileSync(folder.at("tsa/tsa.cnf"), "[tsa]\ndefault_tsa = tsa1\n[tsa1]\nserial = serial\ncrypto_device = builtin\ndefault_policy = 1.2.3.4.1\nsigner_digest = sha256\ndigests = sha256\nordering = no\ness_cert_id_alg = sha256\n");
    writeFileSync(folder.at("tsa/serial"), "01\n");
    for (const name of ["tsa", "other"]) openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", `${name}.key`, "-out", `${name}.pem`, "-days", "30", "-subj", `/CN=${name}`, "-addext", "extendedKeyUsage=critical,timeStamping");
    using authority = await answering((query) => {
      writeFileSync(folder.at("tsa/request.tsq"), query);
      openssl("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "request.tsq", "-signer", "tsa.pem", "-inkey", "tsa.key", "-out", "response.tsr");
      return readFileSync(folder.at("tsa/response.tsr"));
    });
    expect(await muster(["publish", "evidence", "--tsa", authority.url], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("--tsa needs --tsa-certificate") });
    expect(await muster(["publish", "evidence", "--tsa", authority.url, "--tsa-certificate", "tsa/other.pem"], folder.path)).toMatchObject({ status: 3, stderr: expect.stringContaining("The timestamp does not hold") });
    expect(await muster(["publish", "evidence", "--tsa", authority.url, "--tsa-certificate", "tsa/tsa.pem"], folder.path)).toMatchObject({ status: 0, stderr: expect.stringContaining(`the checkpoint of 1 records is with ${authority.url}`) });
    const kept = folder.at("evidence/timestamps/1.checkpoint");
    expect(readFileSync(kept, "utf8")).toBe(readFileSync(folder.at("evidence/checkpoint"), "utf8"));
    expect(openssl("ts", "-verify", "-data", kept, "-in", folder.at("evidence/timestamps/1.tsr"), "-CAfile", "tsa.pem")).toContain("OK");
  });

  test("an authority that answers something else is told, and nothing of it is kept", async () => {
    using folder = await ledger();
    execFileSync(tool, ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "tsa.key", "-out", "tsa.pem", "-subj", "/CN=tsa", "-addext", "extendedKeyUsage=critical,timeStamping"], { cwd: folder.path, stdio: "ignore" });
    using authority = await answering(() => "<html>");
    expect(await muster(["publish", "evidence", "--tsa", authority.url, "--tsa-certificate", "tsa.pem"], folder.path)).toMatchObject({ status: 3, stderr: expect.stringContaining("The timestamp does not hold") });
    expect(() => readFileSync(folder.at("evidence/timestamps/1.tsr"))).toThrow("ENOENT");
  });
});

test("what a witness signs is checked with its key, when it is kept and ever after", async () => {
  using folder = await ledger();
  const [own, other] = [generateKeyPairSync("ed25519"), generateKeyPairSync("ed25519")];
  const name = "witness.example";
  using witness = await answering((body) => {
    const text = body.toString("utf8").split("\n\n")[1] ?? "";
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(1_700_000_000n);
    const raw = own.publicKey.export({ type: "spki", format: "der" }).subarray(-32);
    const id = createHash("sha256").update(`${name}\n`).update(Buffer.of(4)).update(raw).digest().subarray(0, 4);
    const signature = sign(null, Buffer.from(`cosignature/v1\ntime 1700000000\n${text}\n`), own.privateKey);
    return `\u2014 ${name} ${Buffer.concat([id, time, signature]).toString("base64")}\n`;
  });
  const key = encodeWitnessKey(name, own.publicKey);
  const wrong = encodeWitnessKey(name, other.publicKey);
  const publish = ["publish", "evidence", "--witness", witness.url];
  expect(await muster([...publish, "--witness-key", "nonsense"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("it is not name+id+key") });
  expect(await muster([...publish, "--witness-key", wrong], folder.path)).toMatchObject({ status: 3, stderr: expect.stringContaining("does not hold") });
  expect(await muster(["verify", "evidence", "--witness-key", key], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("No checkpoint that witness.example signed") });
  expect(await muster(publish, folder.path)).toMatchObject({ status: 0, stderr: expect.stringContaining("was not checked, as no --witness-key is given") });
  expect((await muster([...publish, "--witness-key", key], folder.path)).stderr).not.toContain("was not checked");
  expect(await muster(["verify", "evidence", "--witness-key", key], folder.path)).toMatchObject({ status: 0, stdout: expect.stringContaining("witness.example signed a checkpoint that it continues, the last of 1 records") });
  expect(await muster(["verify", "evidence", "--witness-key", wrong], folder.path)).toMatchObject({ status: 1, stdout: expect.stringContaining("is not what its witness signed") });
  // A ledger that was made anew under the same name is not the one that the witness saw.
  const note = folder.at("evidence/witnesses/1-127.0.0.1.note");
  writeFileSync(note, readFileSync(note, "utf8").replace("\n1\n", "\n2\n"));
  expect(await muster(["verify", "evidence", "--witness-key", key], folder.path)).toMatchObject({ status: 1, stdout: expect.stringContaining("1-127.0.0.1.note does not hold") });
});

test("a decision on a finding is kept by two people with an end, and taken back by name; a heartbeat tells where a branch is", async () => {
  using folder = await ledger();
  mkdirSync(folder.at("shop"));
  const git = (...args: readonly string[]): string => execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: folder.at("shop"), encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  git("init", "-q", "-b", "main");
  git("commit", "-q", "--allow-empty", "-m", "first");
  const end = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  const decide = ["triage", "evidence", "--finding", "3f".repeat(16), "--reason", "The gateway signs callers in.", "--requester", "ann"];
  expect(await muster([...decide, "--verdict", "false-positive", "--approver", "Ann", "--expires", end], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("are the same") });
  expect(await muster([...decide, "--verdict", "false-positive", "--approver", "bob"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("is out of sight") });
  expect(await muster([...decide, "--verdict", "nonsense", "--approver", "bob"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("There is no verdict") });
  expect(await muster([...decide, "--verdict", "open", "--approver", "bob"], folder.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("There is no decision that it takes back") });
  expect(await muster([...decide, "--verdict", "false-positive", "--approver", "bob", "--expires", end], folder.path)).toMatchObject({ status: 0, stderr: expect.stringContaining("record 2: finding 3f3f3f3f3f3f is false-positive") });
  expect(await muster([...decide, "--verdict", "open", "--approver", "bob"], folder.path)).toMatchObject({ status: 0, stderr: expect.stringContaining("record 3") });
  expect(await muster(["heartbeat", "evidence", "shop"], folder.path)).toMatchObject({ status: 0, stderr: expect.stringContaining(`record 4: shop is at ${git("rev-parse", "HEAD").slice(0, 12)}`) });
  expect(await muster(["heartbeat", "evidence", "shop", "--ref", "refs/heads/none"], folder.path)).toMatchObject({ status: 2 });
  expect(await muster(["verify", "evidence"], folder.path)).toMatchObject({ status: 0, stdout: expect.stringContaining("is sound: 5 records") });
});
