import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { alone } from "./alone.ts";

test("one at a time, each in its turn, and who is stopped while waiting does nothing", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "muster-alone-"));
  const file = path.join(folder, "some.lock");
  try {
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside);
      await wait(20);
      inside--;
    };
    const { signal } = new AbortController();
    await Promise.all([alone(file, signal, work), alone(file, signal, work), alone(file, signal, work)]);
    expect(most).toBe(1);
    const stopped = new AbortController();
    const holder = alone(file, signal, () => wait(300));
    const waiting = alone(file, stopped.signal, work);
    stopped.abort();
    await expect(waiting).rejects.toThrow("abort");
    await holder;
    await alone(file, signal, work);
    expect(most).toBe(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
