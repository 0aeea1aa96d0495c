import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token */
export const yandex: Vendor = vendor("Yandex Cloud", "https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token", [
  token("yandex-iam-token", "Yandex Cloud IAM token", [either("t1."), base64url(60, 400), either("."), base64url(86)], { reach: 600 }),
  token("yandex-api-key", "Yandex Cloud API key", [either("AQVN"), base64url(35, 38)]),
  token("yandex-access-key", "Yandex Cloud static access key", [either("YCA"), base64url(36)], { minEntropy: 3.5 }),
]);
