import { expect, test } from "vitest";
import { called, model, place, read, unknown } from "../../test/model.ts";
import { plaintextHop } from "./plaintext-hop.ts";

const open = called("grpc.insecure_channel", 3, ["inventory:50051"]);

test("a channel to another service in the clear is reported; one to this machine or to what is not known is not", () => {
  expect(read(plaintextHop, model([open, called("grpc.insecure_channel", 4, ["127.0.0.1:50051"]), called("grpc.insecure_channel", 5, [unknown])]))).toEqual(["3 grpc low"]);
});

test("a mesh that demands mutual TLS encrypts it", () => {
  expect(read(plaintextHop, model([open], [place("mesh", 1)]))).toEqual([]);
});

test("a mesh that is told not to is reported", () => {
  expect(read(plaintextHop, model([], [place("plaintext", 9)]))).toEqual(["9 deployment medium"]);
});
