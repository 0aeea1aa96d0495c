import type { Flaw } from "./verdict.ts";

/** What is missing, in one sentence without its full stop. */
export function flawText(flaw: Flaw, check: string | undefined): string {
  const what = check ? `\`${check}\`` : "the check";
  switch (flaw) {
    case "no-tie":
      return "no query and no condition on the way compares the object with the caller";
    case "no-caller":
      return "the handler never asks who is calling";
    case "branch-only":
      return `${what} is asked on some paths only`;
    case "after-mutation":
      return `${what} is asked after the object was touched`;
    case "not-enforced":
      return `${what} is asked, and the request goes on either way`;
    case "body-owner":
      return `${what} compares the caller with a value that the caller sent`;
    case "child-not-tied":
      return `${what} checks another object, to which this one is not tied`;
    case "no-owner":
      return "no role is asked for, so everyone who is signed in may do it";
    default:
      return flaw satisfies never;
  }
}
