import { assigned, token, type Vendor, vendor } from "../format.ts";
import { base64, either, upperAlnum, uuid } from "../part.ts";

/** `AKIA` is a long-term key, `ASIA` a temporary one; the other marks stand for bearer tokens and older accounts. */
const accessKeyId = token("aws-access-key-id", "AWS access key id", [either("AKIA", "ASIA", "ABIA", "ACCA", "A3T"), upperAlnum(16, 17)], {
  // Sixteen characters after a mark of four; `A3T` is a mark of three that is followed by one of its own.
  check: (value) => value.length === 20 && !published(value),
  seal: (sample) => sample.padEnd(20, "Q"),
});

const secretAccessKey = assigned(
  "aws-secret-access-key",
  "AWS secret access key",
  ["aws_secret_access_key", "aws_secret_key", "aws_access_key", "awssecretaccesskey", "awssecretkey", "secret_access_key", "secretaccesskey", "aws-secret-access-key"],
  [base64(40)],
  { after: "token", minEntropy: 3.5, confidence: "high", check: (value) => !published(value) && !/^[0-9a-f]+$/.test(value) },
);

const bedrockApiKey = token("aws-bedrock-api-key", "Amazon Bedrock API key", [either("ABSK"), base64(109, 269)]);

/** The pair that AWS prints in its own documentation, and what is made by changing its end. */
function published(value: string): boolean {
  return value.startsWith("AKIAIOSFODNN7") || value.startsWith("wJalrXUtnFEMI/K7MDENG") || value.endsWith("EXAMPLE");
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export const aws: Vendor = vendor("Amazon Web Services", "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html", [
  accessKeyId,
  secretAccessKey,
  bedrockApiKey,
  token("aws-mws-token", "Amazon MWS authorisation token", [either("amzn.mws."), ...uuid()]),
]);
