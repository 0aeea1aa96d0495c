import { contractVersion, type Plugin } from "@muster/contract";
import { commentsExtractor } from "./comments/extractor.ts";
import { authn01 } from "./controls/authn-01.ts";
import { authzFn01 } from "./controls/authz-fn-01.ts";
import { dependenciesExtractor } from "./mends/written-dependencies.ts";
import { commentedGuard } from "./rules/commented-guard.ts";
import { guardNeverRejects } from "./rules/guard-never-rejects.ts";
import { idleGuard } from "./rules/idle-guard.ts";
import { missingRole } from "./rules/missing-role.ts";
import { publicRead } from "./rules/public-read.ts";
import { publicWrite } from "./rules/public-write.ts";
import { siblingAnomaly } from "./rules/sibling-anomaly.ts";
import { unboundParameter } from "./rules/unbound-parameter.ts";
import { unknownPosture } from "./rules/unknown-posture.ts";

/** Judges the posture of every endpoint that the linker found. */
const auth: Plugin = {
  contract: contractVersion,
  name: "auth",
  version: "0.1.0",
  extractors: [commentsExtractor, dependenciesExtractor],
  analysis: {
    uses: [commentsExtractor.name, dependenciesExtractor.name],
    rules: [publicWrite, publicRead, guardNeverRejects, idleGuard, commentedGuard, unboundParameter, unknownPosture, missingRole, siblingAnomaly],
    controls: [authn01, authzFn01],
  },
};

export default auth;
