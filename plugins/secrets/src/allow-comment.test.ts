import { describe, expect, it } from "vitest";
import { AllowComments, isValid } from "./allow-comment.ts";

const secret = "s3cr3t-v4lu3-0f-s0m3-l3ngth";

function commentOf(text: string) {
  const bytes = Buffer.from(text);
  const start = bytes.indexOf(secret);
  return new AllowComments(bytes).at(start, start + secret.length);
}

describe("our own comment", () => {
  it("gives its reason, without what closes the comment", () => {
    expect(commentOf(`x = "${secret}"  # muster:allow-secret the sandbox's published key`)).toEqual({ mark: "muster:allow-secret", reason: "the sandbox's published key" });
    expect(commentOf(`x: "${secret}" /* muster:allow-secret: made up */`)).toEqual({ mark: "muster:allow-secret", reason: "made up" });
    expect(commentOf(`<a b="${secret}"> <!-- muster:allow-secret - made up -->`)).toEqual({ mark: "muster:allow-secret", reason: "made up" });
  });

  it("without a reason does not count", () => {
    for (const text of [`"${secret}" # muster:allow-secret`, `"${secret}" /* muster:allow-secret */`, `"${secret}" # muster:allow-secret:  `]) {
      const comment = commentOf(text);
      expect(comment && isValid(comment)).toBe(false);
    }
  });

  it("may stand on the line before", () => {
    expect(commentOf(`# muster:allow-next-secret made up\nx = "${secret}"`)).toMatchObject({ reason: "made up" });
    expect(commentOf(`# muster:allow-secret made up\nx = "${secret}"`)).toBeUndefined();
  });
});

describe("a comment of another scanner", () => {
  it.each([
    ["# gitleaks:allow", "gitleaks:allow"],
    ["// betterleaks:allow", "betterleaks:allow"],
    ["# trufflehog:ignore", "trufflehog:ignore"],
    ["# kingfisher:ignore", "kingfisher:ignore"],
    ["# ggignore", "ggignore"],
    ["# pragma: ggallow", "ggignore"],
    ["# pragma: allowlist secret", "pragma: allowlist secret"],
    ["# pragma: whitelist secret", "pragma: allowlist secret"],
    ["// secretlint-disable-line", "secretlint-disable-line"],
    ["# nosec", "nosec"],
    ["# nosec B105", "nosec"],
    ["# nosec: B602, B106", "nosec"],
    ["# nosec hardcoded_password_string", "nosec"],
    ["// #nosec G101", "nosec"],
    ["# noqa: S105", "noqa: S105"],
    ["# noqa: E501,S106", "noqa: S105"],
    ["# nosemgrep", "nosemgrep"],
    ["# nosemgrep: generic.secrets.security.detected-generic-secret", "nosemgrep"],
    ["# checkov:skip=CKV_SECRET_6:made up", "checkov:skip"],
    ["# skipcq: SCT-A000", "skipcq"],
    ["# codeql[py/hardcoded-credentials]", "codeql"],
  ])("counts: %s", (comment, mark) => {
    expect(commentOf(`x = "${secret}"  ${comment}`)?.mark).toBe(mark);
  });

  it.each(["# nosec B602", "# nosec B602,B404", "# nosec subprocess_popen_with_shell_equals_true", "# noqa", "# noqa: E501", "# nosemgrep: python.lang.security.audit.eval-detected", "# type: ignore", "# gitleaks", "# checkov:skip=CKV_AWS_20:public"])("about something else does not: %s", (comment) => {
    expect(commentOf(`x = "${secret}"  ${comment}`)).toBeUndefined();
  });

  it("that gives a reason is told with it", () => {
    expect(commentOf(`x = "${secret}"  # checkov:skip=CKV_SECRET_6: made up`)).toEqual({ mark: "checkov:skip", reason: "made up" });
  });

  it("goes before ours without its reason", () => {
    expect(commentOf(`x = "${secret}"  # muster:allow-secret`)?.mark).toBe("muster:allow-secret");
    expect(commentOf(`x = "${secret}"  /* gitleaks:allow */ /* muster:allow-secret */`)?.mark).toBe("gitleaks:allow");
  });

  it.each(["# pragma: allowlist nextline secret", "// secretlint-disable-next-line"])("counts on the line before: %s", (comment) => {
    expect(commentOf(`${comment}\nx = "${secret}"`)).toBeDefined();
    expect(commentOf(`${comment}\n\nx = "${secret}"`)).toBeUndefined();
    expect(commentOf(`x = "${secret}"\n${comment}`)).toBeUndefined();
  });
});

describe("a block", () => {
  it("counts between its marks", () => {
    expect(commentOf(`// secretlint-disable\n\n\nx = "${secret}"\n// secretlint-enable\n`)).toEqual({ mark: "secretlint-disable", reason: "" });
    expect(commentOf(`// secretlint-disable\n// secretlint-enable\nx = "${secret}"`)).toBeUndefined();
    expect(commentOf(`x = "${secret}"\n// secretlint-disable\n`)).toBeUndefined();
  });

  it("that is never closed counts to the end", () => {
    expect(commentOf(`/* secretlint-disable */\n${"\n".repeat(5000)}x = "${secret}"`)).toBeDefined();
  });
});
