import { type Format, token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

const serviceToken: Format = {
  ...token("doppler-service-token", "Doppler service token", [either("dp.st."), alnum(40, 44)]),
  pattern: "dp\\.st\\.(?:[a-z0-9_-]{2,35}\\.)?[A-Za-z0-9]{40,44}",
};

/** Source: https://docs.doppler.com/docs/service-tokens */
export const doppler: Vendor = vendor("Doppler", "https://docs.doppler.com/docs/service-tokens", [
  token("doppler-token", "Doppler token", [either("dp.pt.", "dp.ct.", "dp.sa.", "dp.scim.", "dp.audit."), alnum(40, 44)]),
  serviceToken,
]);
