import type { AnyRule } from "@muster/contract";
import { secretRule } from "../secret-rule.ts";

export const connectionString: AnyRule = secretRule("connection-string", {
  title: "A database password in a connection string",
  why: "A connection string holds everything that is needed to reach the data: host, user and password. It opens the database to whoever reads the code.",
  mend: "Change the password, and read the whole connection string from the environment or a secret manager.",
  severity: "high",
  confidence: "medium",
});
