import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

import { repository } from "./repository.mjs";

interface Lock {
  readonly packages: { readonly [place: string]: { readonly optionalDependencies?: { readonly [name: string]: string } } };
}

const lock = JSON.parse(readFileSync(path.join(repository, "package-lock.json"), "utf8")) as Lock;

test("the lock file names the optional packages of every platform, without which npm refuses it elsewhere", () => {
  const missing = Object.entries(lock.packages).flatMap(([place, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => lock.packages[`${place}/node_modules/${name}`] === undefined && lock.packages[`node_modules/${name}`] === undefined),
  );
  expect(missing).toEqual([]);
});

test("the lock file names no registry: everyone installs from their own", () => {
  const resolved = Object.values(lock.packages).flatMap((entry) => ("resolved" in entry && typeof entry.resolved === "string" ? [entry.resolved] : []));
  expect(resolved.filter((place) => /^https?:/u.test(place))).toEqual([]);
});
