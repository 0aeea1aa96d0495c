import { type Format, type Vendor, vendor } from "../format.ts";
import { base64url, either, sampleOf } from "../part.ts";

/** The server key of the older protocol: a short part, and a long one that begins with `APA91b`. */
const serverKey: Format = {
  id: "firebase-server-key",
  title: "Firebase Cloud Messaging server key",
  kind: "provider-token",
  confidence: "high",
  keywords: [":APA91b"],
  pattern: "AAAA[0-9A-Za-z_-]{7}:APA91b[0-9A-Za-z_-]{134}",
  scope: "lines",
  before: "word",
  shown: 4,
  minEntropy: 3.5,
  examples: () => {
    const secret = sampleOf([either("AAAA"), base64url(7), either(":APA91b"), base64url(134)]);
    return [{ text: `FCM_SERVER_KEY=${secret}\n`, secret }];
  },
};

/** Source: https://firebase.google.com/docs/cloud-messaging/auth-server */
export const firebase: Vendor = vendor("Firebase Cloud Messaging", "https://firebase.google.com/docs/cloud-messaging/auth-server", [
  serverKey,
]);
