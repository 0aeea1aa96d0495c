import type { ApplicationGenerator } from "../generator.ts";
import { asQuart } from "../python/as-quart.ts";
import { generator as overFlask } from "./flask.ts";

/** What is made for Flask, as Quart serves it. */
export const generator: ApplicationGenerator = asQuart("quart", overFlask);
