import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { parseLocation, type LocationPolicy } from "./location.ts";

const folder = mkdtempSync(path.join(tmpdir(), "muster-roots-"));
const root = path.join(folder, "root");
mkdirSync(path.join(root, "shop"), { recursive: true });
mkdirSync(path.join(folder, "root-other"));
symlinkSync(folder, path.join(root, "out"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const policy: LocationPolicy = { roots: [root], protocols: ["https", "ssh"], privateHosts: false };

test.each([
  ["https://git.example.com/team/shop.git", { protocol: "https", host: "git.example.com", port: 443 }],
  ["ssh://git@git.example.com:2222/team/shop", { protocol: "ssh", port: 2222 }],
  ["git@git.example.com:team/shop.git", { protocol: "ssh", host: "git.example.com", url: "ssh://git@git.example.com/team/shop.git" }],
  [path.join(root, "shop"), { kind: "path" }],
])("%s may be registered", (text, location) => {
  expect(parseLocation(text, policy)).toMatchObject({ status: "allowed", location });
});

test.each([
  ["ext::sh -c 'touch /tmp/owned'"],
  ["ext::sh%20-c%20true"],
  ["--upload-pack=touch /tmp/owned"],
  ["-oProxyCommand=true"],
  ["ssh://-oProxyCommand=true/x"],
  ["ssh://-l@git.example.com/x"],
  ["https://git.example.com/-x"],
  ["file:///etc"],
  ["http://git.example.com/shop"],
  ["git://git.example.com/shop"],
  ["https://user:secret@git.example.com/shop"],
  ["https://token@git.example.com/shop"],
  ["https://git.example.com/shop?x=1"],
  ["https://git.example.com/shop\nx"],
  ["https:\\\\git.example.com"],
  ["../shop"],
  ["/etc"],
  [path.join(folder, "root-other")],
  [path.join(root, "..", "root-other")],
  [path.join(root, "out", "root-other")],
  [path.join(root, "missing")],
  [""],
])("%s may not", (text) => {
  expect(parseLocation(text, policy)).toHaveProperty("status", "refused");
});

test.each([
  ["ext::sh%20-c%20true", "it is neither a URL nor an absolute path"],
  ["--upload-pack=true", "it is neither a URL nor an absolute path"],
  ["ext::sh -c true", "it has spaces, control characters or backslashes, or is too long"],
  ["file:///etc", "file: is no allowed protocol: https, ssh"],
  ["/etc/passwd", "there is no such folder under an allowed root; an operator names them with --root"],
  ["https://token@git.example.com/shop", "it holds a credential: register it without, and name a credential of the workers"],
  ["ssh://-oProxyCommand=true/x", "a part of it starts with a dash"],
])("whoever registers %s is told: %s", (text, reason) => {
  expect(parseLocation(text, policy)).toEqual({ status: "refused", reason });
});

test("whether a file outside of the roots is there is not told", () => {
  const reasons = ["/etc/passwd", "/etc/no-such-file"].map((text) => parseLocation(text, { ...policy, roots: [] }));
  expect(reasons[0]).toEqual(reasons[1]);
});
