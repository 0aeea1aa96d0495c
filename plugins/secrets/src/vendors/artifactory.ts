import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** An API key begins with `AKC`; JFrog's documentation gives no fixed length. */
const apiKey = token("artifactory-api-key", "JFrog Artifactory API key", [either("AKC"), alnum(10, 120)], { before: "token", after: "token", confidence: "medium", check: mixed });

/** An encrypted password begins with `AP` and the version of the encryption, in hexadecimal. */
const encryptedPassword = token("artifactory-encrypted-password", "JFrog Artifactory encrypted password", [either("AP1", "AP2", "AP3", "AP5", "AP6", "APA", "APB", "APC", "APD", "APE", "APF"), alnum(10, 120)], {
  before: "token",
  after: "token",
  confidence: "medium",
  check: mixed,
});

/** A word or constant in capitals that happens to begin so is no key: a key mixes cases or holds digits beyond its mark. */
function mixed(value: string): boolean {
  const body = value.slice(3);
  return !/^[A-Z]+$/.test(body);
}

/** Source: https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key */
export const artifactory: Vendor = vendor("JFrog Artifactory", "https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key", [
  apiKey,
  token("artifactory-reference-token", "JFrog reference token", [either("cmVmdGtuO"), alnum(50, 80)]),
  encryptedPassword,
]);
