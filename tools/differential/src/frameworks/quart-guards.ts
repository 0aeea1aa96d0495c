import type { ApplicationGenerator } from "../generator.ts";
import { asQuart } from "../python/as-quart.ts";
import { generator as overFlask } from "./flask-guards.ts";

/** Checks of a caller that are made for Flask, as Quart runs them. */
export const generator: ApplicationGenerator = asQuart("quart-guards", overFlask);
