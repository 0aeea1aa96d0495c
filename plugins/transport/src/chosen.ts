import { subterms, type Condition, type ObservedCall, type Term } from "@muster/contract";

const aboutTls = /verif|valid|insecure|ssl|tls|cert|secure|self_?signed|trust|hostname/i;

/**
 * Whether a place is there for whoever asks for it: `if not verify: context.verify_mode = ssl.CERT_NONE`. `default` where that is what happens unless
 * somebody says otherwise; undefined where no condition on the way speaks of it.
 */
export function chosenBy({ under }: Pick<ObservedCall, "under">): "default" | "choice" | undefined {
  const switches = under.map(byDefault).filter((one) => one !== undefined);
  if (switches.includes(false)) return "choice";
  if (switches.includes(true)) return "default";
  return under.some(({ term }) => speaksOfTls(term)) ? "choice" : undefined;
}

/** Whether the way is taken by default, where the condition is a default that may be replaced. */
function byDefault({ term, holds }: Pick<Condition, "term" | "holds">): boolean | undefined {
  if (term.kind === "const" && term.byDefault) return Boolean(term.value) === holds;
  if (term.kind === "operation" && term.operator === "not" && term.operands[0]) return byDefault({ term: term.operands[0], holds: !holds });
  return undefined;
}

function speaksOfTls(term: Term): boolean {
  return [...subterms(term)].some((part) => {
    switch (part.kind) {
      case "attribute":
      case "symbol":
      case "input":
        return aboutTls.test(part.name);
      case "unknown":
        return aboutTls.test(part.reason);
      case "const":
        return typeof part.value === "string" && aboutTls.test(part.value);
      default:
        return false;
    }
  });
}
