import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://render.com/docs/api */
export const render: Vendor = vendor("Render", "https://render.com/docs/api", [
  token("render-api-key", "Render API key", [either("rnd_"), alnum(28, 36)]),
]);
