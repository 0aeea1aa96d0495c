import type { Extractor, Json } from "@muster/contract";
import { textFinder } from "@muster/patterns/text-finder";

/** Texts of which Python that limits requests has at least one. */
const names: readonly string[] = ["slowapi", "fastapi_limiter", "flask_limiter", "django_ratelimit", "throttle_classes", "throttle_scope", "ninja.throttling", "throttle=", "DEFAULT_THROTTLE", "middleware.rate_limit", "TOO_MANY_REQUESTS", "TooManyRequests", "status_code=429", "status=429", "(429", "HTTP_429", "ratelimit", "rate_limit", "RateLimit", "limiter"];

const findNames = textFinder(names);

/** Whether Python limits requests at all: where nothing does, no way has to be followed for it. */
export const limiterNames: Extractor = {
  name: "limits/names",
  version: "2",
  wants: { extensions: [".py"], roles: ["source"] },
  when: "always",
  extract({ bytes }) {
    const found = findNames(bytes).map((place) => names[place] ?? "");
    return found.length === 0 ? undefined : (found as Json);
  },
};
