import { type Format, type Vendor, vendor } from "../format.ts";
import { base64, sampleOf } from "../part.ts";

/** A key of 32 or 64 bytes in base64 that carries its service's signature near its end, and a checksum behind it. */
function identifiable(id: string, title: string, signature: string, length: 32 | 64, kind: Format["kind"] = "provider-token"): Format {
  const [before, after] = length === 64 ? ["[0-9A-Za-z+/]{76}", "[0-9A-Za-z+/]{5}[AQgw]=="] : ["[0-9A-Za-z+/]{33}", "[0-9A-Za-z+/]{5}="];
  return {
    id,
    title,
    kind,
    confidence: "high",
    keywords: [signature],
    pattern: `${before}${signature.replaceAll("+", "\\+")}${after}`,
    scope: "lines",
    before: "token",
    after: "any",
    shown: 0,
    minEntropy: 4,
    examples: () => {
      const secret = `${sampleOf([base64(length === 64 ? 76 : 33)])}${signature}${sampleOf([base64(5)], 1)}${length === 64 ? "A==" : "="}`;
      return [{ text: `key = "${secret}"\n`, secret }];
    },
  };
}

/** A key in letters and digits: 42 of them, the signature, then ten that hold a checksum. */
function search(): Format {
  return {
    ...identifiable("azure-search-key", "Azure AI Search key", "AzSe", 32),
    pattern: "[0-9A-Za-z]{42}AzSe[A-D][0-9A-Za-z]{5}",
    after: "word",
    examples: () => {
      const secret = `${sampleOf([base64(42)]).replaceAll(/[+/]/g, "x")}AzSeA${sampleOf([base64(5)], 1).replaceAll(/[+/]/g, "x")}`;
      return [{ text: `key = "${secret}"\n`, secret }];
    },
  };
}

/** The newer form of every service: 52 characters, a fixed mark, then what made it and when (84 or 88 characters). */
const common: Format = {
  ...identifiable("azure-common-key", "Azure key of the common form", "JQQJ99", 32),
  pattern: "[0-9A-Za-z]{52}JQQJ99[A-D][A-L][0-9A-Za-z]{16}[A-Za-z][0-9A-Za-z]{7}(?:[0-9A-Za-z]{2}==)?",
  after: "word",
  examples: () => {
    const plain = (length: number, variant: number): string => sampleOf([base64(length)], variant).replaceAll(/[+/]/g, "x");
    const secret = `${plain(52, 0)}JQQJ99AK${plain(16, 1)}A${plain(7, 2)}`;
    return [{ text: `key = "${secret}"\n`, secret }];
  },
};

/** Source: https://github.com/microsoft/security-utilities (docs of the identifiable keys), https://learn.microsoft.com/en-us/purview/sit-defn-azure-storage-account-key */
export const azureIdentifiable: Vendor = vendor("Microsoft Azure's identifiable keys", "https://github.com/microsoft/security-utilities", [
  identifiable("azure-storage-identifiable-key", "Azure storage account key", "+ASt", 64, "connection-string"),
  identifiable("azure-batch-key", "Azure Batch key", "+ABa", 64),
  identifiable("azure-cosmos-key", "Azure Cosmos DB key", "ACDb", 64, "connection-string"),
  identifiable("azure-service-bus-key", "Azure Service Bus key", "+ASb", 32, "connection-string"),
  identifiable("azure-event-hub-key", "Azure Event Hubs key", "+AEh", 32, "connection-string"),
  identifiable("azure-relay-key", "Azure Relay key", "+ARm", 32, "connection-string"),
  identifiable("azure-iot-hub-key", "Azure IoT Hub key", "AIoT", 32, "connection-string"),
  identifiable("azure-redis-key", "Azure Cache for Redis key", "AzCa", 32, "connection-string"),
  identifiable("azure-api-management-key", "Azure API Management key", "APIM", 32),
  search(),
  common,
]);
