import { token, type Vendor, vendor } from "../format.ts";
import { alnum, base64, either, hexAnyCase } from "../part.ts";

/** Source: https://grafana.com/docs/grafana/latest/administration/service-accounts/ */
export const grafana: Vendor = vendor("Grafana", "https://grafana.com/docs/grafana/latest/administration/service-accounts/", [
  token("grafana-service-account-token", "Grafana service account token", [either("glsa_"), alnum(32), either("_"), hexAnyCase(8)]),
  token("grafana-cloud-token", "Grafana Cloud API token", [either("glc_eyJ"), base64(30, 400)], { reach: 512 }),
  token("grafana-api-key", "Grafana API key", [either("eyJrIjoi"), base64(60, 400)]),
]);
