import { assigned, token, type Vendor, vendor } from "../format.ts";
import { alnum, either, hex } from "../part.ts";

/** Source: https://docs.datadoghq.com/account_management/api-app-keys/ */
export const datadog: Vendor = vendor("Datadog", "https://docs.datadoghq.com/account_management/api-app-keys/", [
  assigned("datadog-api-key", "Datadog API key", ["datadog", "dd_api_key", "ddapikey", "dd-api-key"], [hex(32)], { minEntropy: 3 }),
  assigned("datadog-application-key", "Datadog application key", ["datadog_app", "dd_app_key", "ddappkey", "dd-application-key", "dd_application_key"], [hex(40)], { minEntropy: 3 }),
  token("datadog-personal-token", "Datadog access token", [either("ddpat_", "ddapp_"), alnum(34, 60)]),
]);
