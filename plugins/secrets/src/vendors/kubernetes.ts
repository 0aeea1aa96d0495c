import { assigned, type Vendor, vendor } from "../format.ts";
import { either, lowerAlnum } from "../part.ts";

/** Source: https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/ */
export const kubernetes: Vendor = vendor("Kubernetes", "https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/", [
  assigned("kubernetes-bootstrap-token", "Kubernetes bootstrap token", ["--token", "bootstrap_token", "bootstraptoken", "kubeadm"], [lowerAlnum(6), either("."), lowerAlnum(16)], { minEntropy: 3 }),
]);
