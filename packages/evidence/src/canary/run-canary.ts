import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { scan, type ScanRequest } from "@muster/scanner";

/** What became of the canary: a small application of which it is known what a scan has to say. */
export interface CanaryResult {
  readonly status: "caught" | "missed";
  /** What was expected and not said, each in one sentence. Empty where it was caught. */
  readonly missed: readonly string[];
}

/** One endpoint that anyone may call, and one that refuses strangers. */
const application = `from fastapi import Depends, FastAPI, HTTPException, Request

app = FastAPI(openapi_url=None)


def caller(request: Request) -> str:
    user = request.session.get("user")
    if user is None:
        raise HTTPException(status_code=401)
    return user


@app.delete("/open/{item_id}")
def remove(item_id: int) -> dict:
    return {}


@app.delete("/guarded/{item_id}", dependencies=[Depends(caller)])
def remove_guarded(item_id: int) -> dict:
    return {}
`;

const expected = [
  { path: "/open/{item_id}", status: "fail", why: "an endpoint that anyone may call" },
  { path: "/guarded/{item_id}", status: "pass", why: "an endpoint that refuses strangers" },
] as const;

/**
 * Scans the canary with the plugins that a scan was made with: plugins that find nothing anywhere would otherwise look
 * like code without a fault.
 */
export async function runCanary({ plugins, limits, signal }: Pick<ScanRequest, "plugins" | "limits" | "signal">): Promise<CanaryResult> {
  const root = mkdtempSync(path.join(tmpdir(), "muster-canary-"));
  try {
    writeFileSync(path.join(root, "main.py"), application);
    const { endpoints, results } = await scan({ root, plugins, threads: 1, ...(limits !== undefined && { limits }), ...(signal !== undefined && { signal }) }).result;
    const missed = expected.flatMap(({ path: name, status, why }) => {
      const endpoint = endpoints.find((one) => one.method === "DELETE" && one.path === name);
      const said = results.find(({ control, endpoint: id }) => control === "AUTHN-01" && id !== undefined && id === endpoint?.id)?.status;
      return said === status ? [] : [`AUTHN-01 on ${why} is ${status}, and was ${said ?? (endpoint === undefined ? "not found" : "not decided")}.`];
    });
    return { status: missed.length === 0 ? "caught" : "missed", missed };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
