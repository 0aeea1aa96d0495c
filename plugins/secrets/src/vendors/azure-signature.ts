import { type Format, type Vendor, vendor } from "../format.ts";
import { alnum, sampleOf } from "../part.ts";

const signature = "([A-Za-z0-9+/%_-]{40,120}(?:=|%3[Dd]){0,2})";

/** A shared access signature: what it allows, until when, and the HMAC over it, in the query of a URL or by itself. */
const shared: Format = {
  id: "azure-shared-access-signature",
  title: "Azure shared access signature",
  kind: "provider-token",
  confidence: "high",
  keywords: ["&sig=", "?sig=", ";sig=", "signature sr="],
  pattern: `(?:(?:sv|se|sp|sr|st|skn)=[^\\s"'<>]{1,600}?[&;]sig=${signature}|[?]sig=${signature}&[^\\s"'<>]{0,300}?(?:sv|se|sp|sr|st)=|SharedAccessSignature sr=[^\\s"'<>]{1,300}?&sig=${signature})`,
  scope: "lines",
  before: "any",
  after: "any",
  shown: 0,
  minEntropy: 3.5,
  examples: () => {
    const secret = `${sampleOf([alnum(43)])}%3D`;
    return [
      { text: `https://acme.blob.core.windows.net/c?sv=2024-11-04&ss=b&srt=sco&sp=rl&se=2030-01-01T00:00:00Z&spr=https&sig=${secret}\n`, secret },
      { text: `"SharedAccessSignature sr=acme.servicebus.windows.net&sig=${secret}&se=1893456000&skn=send"\n`, secret },
      { text: `https://prod-01.westeurope.logic.azure.com:443/workflows/1f0c/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${secret}\n`, secret },
    ];
  },
};

/** Source: https://learn.microsoft.com/en-us/rest/api/storageservices/create-service-sas */
export const azureSignature: Vendor = vendor("Azure shared access signatures", "https://learn.microsoft.com/en-us/rest/api/storageservices/create-service-sas", [
  shared,
]);
