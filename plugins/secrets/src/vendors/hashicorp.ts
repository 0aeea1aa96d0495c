import { assigned, type Format, token, type Vendor, vendor } from "../format.ts";
import { alnum, base64, base64url, either, sampleOf, uuid } from "../part.ts";

const terraform: Format = {
  ...token("terraform-cloud-token", "HCP Terraform token", [either(".atlasv1."), base64url(60, 70)]),
  // Fourteen characters stand before the mark, so the keyword is in the middle.
  pattern: "[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{60,70}",
  scope: "lines",
  shown: 0,
  examples: () => {
    const secret = sampleOf([alnum(14), either(".atlasv1."), alnum(67)]);
    return [{ text: `token = "${secret}"\n`, secret }];
  },
};

/** As `vault operator init` prints them. */
const unsealKey: Format = {
  id: "vault-printed-unseal-key",
  title: "HashiCorp Vault unseal key",
  kind: "provider-token",
  confidence: "high",
  keywords: ["unseal key", "recovery key", "operator unseal "],
  pattern: "(?i:(?:unseal|recovery) key(?: [0-9]{1,2})?: ?|operator unseal )([A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{44}|[0-9a-f]{64,66})",
  scope: "keyword",
  before: "letter",
  shown: 0,
  minEntropy: 3.3,
  examples: () => {
    const secret = sampleOf([base64(44)]);
    return [
      { text: `Unseal Key 2: ${secret}\n`, secret },
      { text: `vault operator unseal ${secret}\n`, secret },
    ];
  },
};

/** Source: https://developer.hashicorp.com/vault/docs/concepts/tokens */
export const hashicorp: Vendor = vendor("HashiCorp", "https://developer.hashicorp.com/vault/docs/concepts/tokens", [
  token("vault-token", "HashiCorp Vault token", [either("hvs.", "hvb.", "hvr."), base64url(24, 400)], { reach: 420, minEntropy: 3.3 }),
  terraform,
  assigned("vault-unseal-key", "HashiCorp Vault unseal key", ["unseal_key", "unsealkey"], [ base64(43, 44)], { minEntropy: 4 }),
  assigned("consul-token", "HashiCorp Consul token", ["consul_token", "consul_http_token", "consultoken"], [...uuid()]),
  unsealKey,
]);
