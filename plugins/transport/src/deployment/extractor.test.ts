import { expect, test } from "vitest";
import { deployment, placesOf } from "./extractor.ts";

/** What is said of a text, by line. */
function said(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const fact = deployment.extract({ file: { path: "x.yaml", size: bytes.length, role: "source" }, bytes, text: () => text, options: null });
  return fact === undefined ? [] : placesOf(fact).map(({ kind, line }) => `${line} ${kind}`);
}

test("a comment says nothing", () => {
  expect(said("# proxy_ssl_verify off;\nproxy_ssl_verify off; # for now\n")).toEqual(["2 unverified"]);
});

test("what stands beside a line counts in its own document alone, and lines go on counting over documents", () => {
  expect(said("kind: PeerAuthentication\nmode: STRICT\n---\nkind: Other\nmode: STRICT\n---\nkind: PeerAuthentication\nmode: DISABLE\n")).toEqual(["2 mesh", "8 client-not-required"]);
});

test("a command over several lines is one", () => {
  expect(said("uvicorn app:app \\\n  --ssl-ca-certs c.pem \\\n  --ssl-cert-reqs 2\n")).toEqual(["1 client-required"]);
  expect(said("uvicorn app:app \\\n  --ssl-ca-certs c.pem\n")).toEqual(["1 client-not-required"]);
});

test("a list without any of the words, and one long line of data, cost nothing", () => {
  expect(said("services:\n  app:\n    image: x\n")).toEqual([]);
  expect(said(`insecureSkipVerify: true${" ".repeat(5_000)}x\n`)).toEqual([]);
});

test("a server's own file that names the authority of clients has to require their certificates", () => {
  expect(said('bind = ["0.0.0.0:443"]\nca_certs = "clients.pem"\n')).toEqual(["2 client-not-required"]);
  expect(said('bind = ["0.0.0.0:443"]\nca_certs = "clients.pem"\nverify_mode = "CERT_REQUIRED"\n')).toEqual(["3 client-required"]);
  expect(said('[tool.client]\nca_certs = "server.pem"\n')).toEqual([]);
  expect(said("UVICORN_SSL_CA_CERTS=clients.pem\n")).toEqual(["1 client-not-required"]);
  expect(said("UVICORN_SSL_CA_CERTS=clients.pem\nUVICORN_SSL_CERT_REQS=2\n")).toEqual([]);
  expect(said('GUNICORN_CMD_ARGS="--ca-certs clients.pem"\n')).toEqual(["1 client-not-required"]);
});

test("an address that asks a database elsewhere for no encryption is in the clear", () => {
  expect(said("DATABASE_URL: postgresql+psycopg://shop@db:5432/shop?sslmode=disable\n")).toEqual(["1 plaintext"]);
  expect(said("DATABASE_URL=postgres://shop@localhost/shop?sslmode=disable\n")).toEqual([]);
});
