/** HTML that may stand in a page as it is. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Content = string | number | Markup | readonly Markup[];

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Writes HTML; what is filled in is escaped unless it is `Markup`. Attribute values are written in double quotes. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  let text = parts[0] ?? "";
  for (const [index, content] of contents.entries()) text += written(content) + (parts[index + 1] ?? "");
  return new Markup(text);
}

/** A sentence of a report: what stands between backticks is code. */
export function prose(text: string): Markup {
  return new Markup(text.split(/`([^`]+)`/u).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`).text).join(""));
}

export const nothing: Markup = new Markup("");

function written(content: Content): string {
  if (content instanceof Markup) return content.text;
  if (typeof content === "object") return content.map(({ text }) => text).join("");
  return String(content).replaceAll(/[&<>"']/gu, (character) => entities[character] ?? "");
}
