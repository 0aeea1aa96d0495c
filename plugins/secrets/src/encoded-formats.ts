import type { Encoding } from "./decode.ts";
import type { Format } from "./format.ts";
import { escapePattern } from "./part.ts";

/**
 * Beginnings of secrets, and names and schemes beside them, that are looked for in their encoded form. Whatever surrounds
 * one is a window: it is decoded, and every format is looked for in what it says.
 */
const marks = [
  "-----BEGIN", '"private_key"', "github_pat_", "ghp_", "glpat-", "sk_live_", "rk_live_", "AKIA", "xoxb-", "xoxp-", "sk-ant-", "sk-proj-", "AIzaSy", "npm_", "pypi-AgE", "dop_v1_",
  "hooks.slack.com", "postgres://", "postgresql", "mysql://", "mongodb", "redis://", "amqp://", "password", "PASSWORD", "secret_key", "SECRET", "api_key", "API_KEY", "apikey", "access_token", "Authorization",
];

/** The characters of base64 that a text leads to wherever it stands: at each of three distances, without those that its neighbours decide. */
function inBase64(text: string): string[] {
  return [0, 1, 2].map((distance) => {
    const encoded = Buffer.concat([Buffer.alloc(distance), Buffer.from(text)]).toString("base64");
    return encoded.slice(Math.ceil((distance * 8) / 6), Math.floor(((distance + text.length) * 8) / 6));
  });
}

function marked(encoding: Encoding, written: readonly string[], example: () => string): Format {
  const texts = [...new Set(written)];
  return {
    id: `${encoding}-window`,
    title: "encoded text",
    kind: "generic-assignment",
    confidence: "medium",
    keywords: texts,
    pattern: `(?:${texts.map(escapePattern).join("|")})`,
    scope: "keyword",
    before: "any",
    after: "any",
    encoding,
    shown: 0,
    examples: () => [{ text: `value = "${example()}"\n`, secret: texts.find((text) => example().includes(text)) ?? "" }],
  };
}

const sentence = "password: made up for this example";
const inAscii = ["\\u002", "\\u003", "\\u004", "\\u005", "\\u006", "\\u007", "\\x2", "\\x3", "\\x4", "\\x5", "\\x6", "\\x7"];

/** Windows to decode. They report nothing themselves. */
export const encodedFormats: readonly Format[] = [
  marked("base64", marks.flatMap(inBase64), () => Buffer.from(sentence).toString("base64")),
  marked("hex", marks.map((mark) => Buffer.from(mark).toString("hex")), () => Buffer.from(sentence).toString("hex")),
  marked("percent", ["%3A%2F%2F", "assword%3D", "asswd%3D", "oken%3D", "ecret%3D", "_key%3D", "%22password%22", "%22token%22"], () => encodeURIComponent("postgres://app:made-up@db.internal/app")),
  marked("escapes", inAscii, () => "\\u0070assword=made-up-for-this"),
];
