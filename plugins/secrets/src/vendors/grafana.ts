import { crc32 } from "node:zlib";
import { token, type Vendor, vendor } from "../format.ts";
import { alnum, base64, either, hexAnyCase } from "../part.ts";

function checksumOf(text: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(crc32(text));
  return bytes.toString("hex");
}

/** Source: https://grafana.com/docs/grafana/latest/administration/service-accounts/ */
export const grafana: Vendor = vendor("Grafana", "https://grafana.com/docs/grafana/latest/administration/service-accounts/", [
  token("grafana-service-account-token", "Grafana service account token", [either("glsa_"), alnum(32), either("_"), hexAnyCase(8)], {
    // CRC-32 of what stands before it, the lowest byte first (pkg/components/satokengen).
    issued: (value) => checksumOf(value.slice(0, -9)) === value.slice(-8).toLowerCase(),
    seal: (sample) => sample.slice(0, -8) + checksumOf(sample.slice(0, -9)),
  }),
  token("grafana-cloud-token", "Grafana Cloud API token", [either("glc_eyJ"), base64(30, 400)], { reach: 512 }),
  token("grafana-api-key", "Grafana API key", [either("eyJrIjoi"), base64(60, 400)]),
]);
