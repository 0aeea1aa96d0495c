import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://doc.rust-lang.org/cargo/reference/publishing.html */
export const cratesio: Vendor = vendor("crates.io", "https://doc.rust-lang.org/cargo/reference/publishing.html", [
  token("crates-io-token", "crates.io token", [either("cio"), alnum(32)], { minEntropy: 3.5 }),
]);
