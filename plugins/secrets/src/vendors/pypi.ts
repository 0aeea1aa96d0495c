import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

const prefix = "pypi-";

/** A macaroon in base64 whose location, `pypi.org` or `test.pypi.org`, begins it; its identifier and signature follow. */
const uploadToken = token("pypi-token", "PyPI upload token", [either("pypi-AgEIcHlwaS5vcmc", "pypi-AgENdGVzdC5weXBpLm9yZw"), base64url(70, 1000)], {
  reach: 1024,
  issued: isMacaroon,
  seal: (sample) => prefix + sealed(sample),
});

/** Types of the fields of a macaroon's second version (https://github.com/rescrv/libmacaroons/blob/master/doc/format.txt). */
const endOfSection = 0;
const signature = 6;

/** Whether the fields follow one another to the end, and the last is a signature of 32 bytes. */
function isMacaroon(value: string): boolean {
  const bytes = Buffer.from(value.slice(prefix.length), "base64url");
  let at = 1;
  while (at < bytes.length) {
    const type = bytes[at++];
    if (type === endOfSection) continue;
    let length = 0;
    for (let shift = 0; at < bytes.length && shift < 21; shift += 7) {
      const byte = bytes[at++] ?? 0;
      length |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    at += length;
    if (type === signature) return length === 32 && at === bytes.length;
  }
  return false;
}

/** A sample's location with a made-up identifier and signature. */
function sealed(sample: string): string {
  const drawn = Buffer.from(sample.slice(prefix.length), "base64url");
  const location = drawn.subarray(0, 3 + (drawn[2] ?? 0));
  return Buffer.concat([location, Buffer.from([2, 16]), drawn.subarray(-16), Buffer.from([endOfSection, endOfSection, signature, 32]), drawn.subarray(-48, -16)]).toString("base64url");
}

/** Source: https://pypi.org/help/#apitoken */
export const pypi: Vendor = vendor("PyPI", "https://pypi.org/help/#apitoken", [
  uploadToken,
]);
