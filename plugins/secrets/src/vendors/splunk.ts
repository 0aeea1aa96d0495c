import { assigned, type Vendor, vendor } from "../format.ts";
import { uuid } from "../part.ts";

/** Source: https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector */
export const splunk: Vendor = vendor("Splunk", "https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector", [
  assigned("splunk-hec-token", "Splunk HTTP Event Collector token", ["splunk_hec", "splunk_token", "hec_token", "splunk-token", "splunk"], [...uuid()]),
]);
