import { type Format, type Vendor, vendor } from "../format.ts";
import { alnum, sampleOf } from "../part.ts";

/** `jdbc:oracle:thin:user/password@host`, the one URL with a slash between the two. */
const thin: Format = {
  id: "oracle-jdbc-password",
  judgedAs: "password",
  title: "password in an Oracle connection string",
  kind: "connection-string",
  confidence: "high",
  keywords: ["jdbc:oracle:"],
  pattern: "jdbc:oracle:(?:thin|oci8?):[A-Za-z0-9_$#]{1,60}/\"?([^\\s\"'@/]{4,128})\"?@",
  scope: "keyword",
  after: "any",
  shown: 0,
  examples: () => {
    const secret = sampleOf([alnum(16)]);
    return [{ text: `url = "jdbc:oracle:thin:app/${secret}@db.internal:1521/app"\n`, secret }];
  },
};

/** Source: https://docs.oracle.com/en/database/oracle/oracle-database/19/jjdbc/data-sources-and-URLs.html */
export const oracle: Vendor = vendor("Oracle Database", "https://docs.oracle.com/en/database/oracle/oracle-database/19/jjdbc/data-sources-and-URLs.html", [
  thin,
]);
