import { expect, test } from "vitest";
import { called, model, place, read, symbol, unknown } from "../../test/model.ts";
import { unverifiedClient } from "./unverified-client.ts";

test("an authority without the requirement is reported, with it is not, and without either nothing is prepared for", () => {
  const calls = [
    called("uvicorn.run", 1, [], { ssl_ca_certs: "clients.pem" }),
    called("uvicorn.run", 2, [], { ssl_ca_certs: "clients.pem", ssl_cert_reqs: symbol("ssl.CERT_REQUIRED") }),
    called("uvicorn.run", 3, [], { ssl_certfile: "c.pem" }),
    called("uvicorn.run", 4, [], { ssl_ca_certs: "clients.pem", ssl_cert_reqs: unknown }),
  ];
  expect(read(unverifiedClient, model(calls))).toEqual(["1 code medium"]);
});

test("gRPC asks nobody unless it is told to", () => {
  const pairs = unknown;
  expect(read(unverifiedClient, model([called("grpc.ssl_server_credentials", 1, [pairs, unknown]), called("grpc.ssl_server_credentials", 2, [pairs, unknown, true]), called("grpc.ssl_server_credentials", 3, [pairs])]))).toEqual(["1 code medium"]);
});

test("deployment files that let clients in without a certificate are reported", () => {
  expect(read(unverifiedClient, model([], [place("client-not-required", 4), place("client-required", 5)]))).toEqual(["4 deployment medium"]);
});
