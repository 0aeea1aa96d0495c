import { assigned, type Vendor, vendor } from "../format.ts";
import { base64, base64url, digits, either, hex, lowerAlnum, word } from "../part.ts";

/** Of the storage emulator, the same on every machine: https://learn.microsoft.com/en-us/azure/storage/common/storage-connect-azurite */
const emulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

/** 64 bytes in base64, as connection strings write it. */
const storageKey = assigned("azure-storage-key", "Azure storage account key", ["accountkey", "account_key", "storage_key", "storagekey", "sharedaccesskey", "azure_storage"], [base64(86), either("==")], {
  kind: "connection-string",
  confidence: "high",
  after: "any",
  check: (value) => value !== emulatorKey,
});

/** Microsoft Entra marks newer secrets with `Q~` at the fifth place. */
const clientSecret = assigned("azure-client-secret", "Microsoft Entra client secret", ["azure_client_secret", "azureclientsecret", "client_secret", "clientsecret", "azure-client-secret"], [word(3), digits(1), either("Q~"), base64url(31, 34)], {
  confidence: "high",
  minEntropy: 3,
});

const openAiKey = assigned("azure-openai-key", "Azure OpenAI key", ["azure_openai", "azureopenai", "azure-openai", "cognitive_services", "ocp-apim-subscription-key"], [hex(32)], { minEntropy: 3 });

const devopsToken = assigned("azure-devops-token", "Azure DevOps personal access token", ["azure_devops", "azuredevops", "azure-devops", "azure_pat", "ado_pat", "ado_token", "vsts_pat", "system_accesstoken"], [lowerAlnum(52)], { minEntropy: 3.3 });

const functionKey = assigned("azure-function-key", "Azure Functions key", ["x-functions-key", "function_key", "functionkey"], [base64url(54), either("==")], { minEntropy: 3.3 });

/** Source: https://learn.microsoft.com/en-us/purview/sit-defn-azure-ad-client-secret */
export const azure: Vendor = vendor("Microsoft Azure", "https://learn.microsoft.com/en-us/purview/sit-defn-azure-ad-client-secret", [
  storageKey,
  clientSecret,
  openAiKey,
  devopsToken,
  functionKey,
]);
