import { assigned, token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/ */
export const sonar: Vendor = vendor("SonarQube", "https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/", [
  token("sonar-token", "SonarQube token", [either("squ_", "sqp_", "sqa_"), hex(40)]),
  assigned("sonar-legacy-token", "SonarQube token of the first generation", ["sonar_token", "sonar_login", "sonarlogin", "sonartoken", "sonar.login", "sonar.token"], [hex(40)]),
]);
