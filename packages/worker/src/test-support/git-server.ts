import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** A repository of this machine, made for a test. */
export interface TestRepository {
  readonly folder: string;
  /** Writes files, commits them, and answers the commit. */
  commit(files: Readonly<Record<string, string>>): string;
  git(...args: readonly string[]): string;
}

export function testRepository(parent: string, name: string): TestRepository {
  const folder = path.join(parent, name);
  mkdirSync(folder, { recursive: true });
  const git = (...args: readonly string[]): string => execFileSync("git", ["-c", "user.name=Ann", "-c", "user.email=ann@example.com", ...args], { cwd: folder, encoding: "utf8", env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null" } }).trim();
  git("init", "--quiet", "--initial-branch=main");
  git("config", "uploadpack.allowFilter", "true");
  git("config", "uploadpack.allowAnySHA1InWant", "true");
  return {
    folder,
    git,
    commit: (files) => {
      for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
      git("add", ".");
      git("commit", "--quiet", "--allow-empty", "--message=change");
      return git("rev-parse", "HEAD");
    },
  };
}

/** A git host of this machine: serves repositories of a folder over HTTP, and what it is told besides. */
export interface GitHost extends AsyncDisposable {
  readonly url: string;
  readonly folder: string;
  /** Authorization headers that came. */
  readonly seen: (string | undefined)[];
}

/** @param redirect Where every request is sent instead. */
export async function gitHost({ redirect, stall }: { readonly redirect?: string; readonly stall?: boolean } = {}): Promise<GitHost> {
  const folder = mkdtempSync(path.join(tmpdir(), "muster-git-"));
  const seen: (string | undefined)[] = [];
  const backend = path.join(execFileSync("git", ["--exec-path"], { encoding: "utf8" }).trim(), "git-http-backend");
  const server = createServer((request, response) => {
    seen.push(request.headers.authorization);
    if (stall === true) return;
    if (redirect !== undefined) {
      response.writeHead(302, { location: `${redirect}${request.url ?? ""}` }).end();
      return;
    }
    const [pathname = "", query = ""] = (request.url ?? "").split("?");
    const cgi = spawn(backend, { env: { ...process.env, GIT_PROJECT_ROOT: folder, GIT_HTTP_EXPORT_ALL: "1", PATH_INFO: pathname, QUERY_STRING: query, REQUEST_METHOD: request.method, CONTENT_TYPE: request.headers["content-type"] ?? "", GIT_PROTOCOL: request.headers["git-protocol"]?.toString() ?? "", HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "", REMOTE_USER: "", REMOTE_ADDR: "127.0.0.1" } });
    request.pipe(cgi.stdin);
    cgi.stdin.on("error", () => undefined);
    const pieces: Buffer[] = [];
    cgi.stdout.on("data", (piece: Buffer) => pieces.push(piece));
    cgi.once("close", () => {
      const whole = Buffer.concat(pieces);
      const end = whole.indexOf("\r\n\r\n");
      const headers = new Map(whole.subarray(0, end).toString("latin1").split("\r\n").map((line): [string, string] => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]));
      const status = Number.parseInt(headers.get("status") ?? "200", 10);
      headers.delete("status");
      response.writeHead(status, Object.fromEntries(headers)).end(whole.subarray(end + 4));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    folder,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
