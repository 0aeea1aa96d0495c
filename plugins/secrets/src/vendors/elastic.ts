import { assigned, token, type Vendor, vendor } from "../format.ts";
import { base64, either } from "../part.ts";

/** Source: https://www.elastic.co/docs/deploy-manage/api-keys */
export const elastic: Vendor = vendor("Elastic", "https://www.elastic.co/docs/deploy-manage/api-keys", [
  token("elastic-cloud-api-key", "Elastic Cloud API key", [either("essu_"), base64(60, 100)]),
  assigned("elastic-api-key", "Elasticsearch API key", ["elastic_api_key", "elasticsearch_api_key", "es_api_key"], [base64(58, 60), either("==", "=")], { minEntropy: 4 }),
]);
