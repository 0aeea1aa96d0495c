import { contractVersion, type Plugin } from "@muster/contract";
import { mtls01 } from "./controls/mtls-01.ts";
import { databaseCallees } from "./database-sites.ts";
import { deployment } from "./deployment/extractor.ts";
import { optionsSchema } from "./options.ts";
import { plaintextHop } from "./rules/plaintext-hop.ts";
import { unverifiedCertificate } from "./rules/unverified-certificate.ts";
import { unverifiedClient } from "./rules/unverified-client.ts";
import { switches } from "./switches.ts";

/** Judges how services verify each other. */
const transport: Plugin = {
  contract: contractVersion,
  name: "transport",
  version: "0.1.0",
  options: optionsSchema,
  extractors: [deployment],
  analysis: {
    uses: [deployment.name],
    calls: {
      hints: [...switches.keys(), "verify=", "verify =", '"verify"', "unverified_context", "ssl=False", "insecure_channel", "ssl_channel_credentials", "ssl_server_credentials", "ssl_ca_certs", "load_cert_chain", "cert=", "sslmode", 'ssl="disable"', 'ssl="allow"'],
      callees: [
        "ssl._create_unverified_context", "ssl._create_stdlib_context", "grpc.insecure_channel", "grpc.aio.insecure_channel", "grpc.ssl_channel_credentials", "grpc.ssl_server_credentials",
        "uvicorn.run", "uvicorn.Config", "ssl.create_default_context().load_cert_chain", "ssl.SSLContext().load_cert_chain",
        ...databaseCallees,
      ],
      keywords: [...switches.keys(), "verify", "ssl", "cert"],
      attributes: [...switches.keys(), "verify", "_create_default_https_context"],
    },
    rules: [unverifiedCertificate, plaintextHop, unverifiedClient],
    controls: [mtls01],
  },
};

export default transport;
