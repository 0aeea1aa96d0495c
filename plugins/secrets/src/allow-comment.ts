/** A comment that says that the secret beside it is known. */
export interface AllowComment {
  /** The mark of the tool that it is written for: `muster:allow-secret`, `gitleaks:allow`. */
  readonly mark: string;
  /** What it gives as the reason; empty where it gives none. */
  readonly reason: string;
}

interface Mark {
  readonly mark: string;
  /** The first group, where there is one, is the reason; the second the rules that the comment names. */
  readonly pattern: RegExp;
  concerns?(named: string): boolean;
}

/** A comment that names no rule concerns all. */
function concerns(named: string, rule: RegExp, secret: RegExp): boolean {
  const rules = named.match(rule) ?? [];
  return rules.length === 0 || rules.some((name) => secret.test(name));
}

/** Our own. */
const own = "muster:allow-secret";
const reason = "(?:[ \\t]*(\\S[^\\r\\n]*))?";

/**
 * Comments of other scanners, as their documentation writes them. A general "ignore this line" counts where its tool looks
 * for secrets with it; one that names rules counts where a rule about secrets is among them.
 */
const sameLine: readonly Mark[] = [
  { mark: own, pattern: new RegExp(`muster:allow-secret\\b${reason}`) },
  { mark: "gitleaks:allow", pattern: /gitleaks:allow\b/ },
  { mark: "betterleaks:allow", pattern: /betterleaks:allow\b/ },
  { mark: "trufflehog:ignore", pattern: /trufflehog:ignore\b/ },
  { mark: "kingfisher:ignore", pattern: /kingfisher:(?:ignore|allow)\b/ },
  { mark: "ggignore", pattern: /\bggignore\b|pragma:[ \t]*ggallow\b/ },
  { mark: "pragma: allowlist secret", pattern: /pragma:[ \t]*(?:allow|white)list[ \t]+secret\b/ },
  { mark: "secretlint-disable-line", pattern: new RegExp(`secretlint-disable-line\\b${reason}`) },
  { mark: "nosec", pattern: /#[ \t]*nosec\b()([^#\r\n]*)/, concerns: (named) => concerns(named, /\b(?:[BG]\d{3}|[a-z]+_[a-z_]+)\b/g, /^(?:B10[5-7]|G101|hardcoded_password\w*)$/) },
  { mark: "noqa: S105", pattern: /#[ \t]*(?:ruff:[ \t]*)?noqa:[^#\r\n]*\bS10[5-7]\b/i },
  { mark: "nosemgrep", pattern: /\bnosem(?:grep)?\b()(?:[ \t]*:([^\r\n]*))?/, concerns: (named) => concerns(named, /[\w.-]+/g, /secret|credential|password|token|private-key|api-?key|jwt/i) },
  { mark: "checkov:skip", pattern: new RegExp(`checkov:skip=CKV_SECRET_\\d+${reason}`) },
  { mark: "skipcq", pattern: /skipcq:[^\r\n]*\bSCT-[AC]?\d+/ },
  { mark: "codeql", pattern: /(?:codeql|lgtm)[ \t]*\[[^\]]*hard-?coded-credentials[^\]]*\]/ },
];

const lineBefore: readonly Mark[] = [
  { mark: own, pattern: new RegExp(`muster:allow-next-secret\\b${reason}`) },
  { mark: "pragma: allowlist nextline secret", pattern: /pragma:[ \t]*(?:allow|white)list[ \t]+nextline[ \t]+secret\b/ },
  { mark: "secretlint-disable-next-line", pattern: new RegExp(`secretlint-disable-next-line\\b${reason}`) },
];

/** At most this much of a line is looked at, on each side of the secret. */
const reach = 1024;
const longestReason = 200;

/** The comments of one file. */
export class AllowComments {
  readonly #bytes: Buffer;
  /** Starts and ends of what stands between `secretlint-disable` and `secretlint-enable`. */
  #blocks: readonly { readonly start: number; readonly end: number; readonly comment: AllowComment }[] | undefined;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** The comment that allows the secret at `[start, end)`: on its line or lines, on the line before, or around it. */
  at(start: number, end: number): AllowComment | undefined {
    const before = this.#bytes.toString("utf8", Math.max(0, start - 2 * reach), start).split("\n");
    const after = this.#bytes.toString("utf8", end, end + reach).split("\n");
    const line = `${before.at(-1) ?? ""} ${after[0] ?? ""}`;
    this.#blocks ??= this.#bytes.includes("secretlint-disable") ? disabledBlocks(this.#bytes) : [];
    return firstOf(sameLine, line) ?? firstOf(lineBefore, before.at(-2) ?? "") ?? this.#blocks.find((block) => block.start < start && end <= block.end)?.comment;
  }
}

/** Ours counts only with a reason. */
export function isValid({ mark, reason: given }: AllowComment): boolean {
  return mark !== own || given !== "";
}

function firstOf(marks: readonly Mark[], line: string): AllowComment | undefined {
  const found = marks.flatMap(({ mark, pattern, concerns: counts }): AllowComment[] => {
    const match = pattern.exec(line);
    return match === null || counts?.(match[2] ?? "") === false ? [] : [{ mark, reason: reasonText(match[1] ?? "") }];
  });
  // One that says why before one that does not, and any before ours without its reason.
  return found.find((comment) => comment.reason !== "") ?? found.find(isValid) ?? found[0];
}

/** Without what leads over to it and what closes the comment. */
function reasonText(text: string): string {
  return text.replace(/^(?::|--|—|-)?[ \t]*/, "").replace(/[ \t]*(?:\*\/|-->|--%>|#\}|%>|\*\))[^\r\n]*$/, "").trim().slice(0, longestReason);
}

function disabledBlocks(bytes: Buffer): { start: number; end: number; comment: AllowComment }[] {
  const text = bytes.toString("latin1");
  const blocks: { start: number; end: number; comment: AllowComment }[] = [];
  let open: number | undefined;
  for (const { 0: word, index } of text.matchAll(/secretlint-(?:disable(?!-)|enable(?!-))/g)) {
    if (word === "secretlint-disable") open ??= index;
    else if (open !== undefined) {
      blocks.push({ start: open, end: index, comment: blockComment });
      open = undefined;
    }
  }
  if (open !== undefined) blocks.push({ start: open, end: bytes.length, comment: blockComment });
  return blocks;
}

const blockComment: AllowComment = { mark: "secretlint-disable", reason: "" };
