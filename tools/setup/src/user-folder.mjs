import path from "node:path";

/**
 * The folder the user is in. `npm run muster` starts scripts in the checkout, and tells where it was called.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} root
 */
export function userFolder(env, root) {
  const { INIT_CWD, npm_lifecycle_event, npm_package_json } = env;
  // A script of another project that calls Muster has such variables too: they speak of that project.
  const ours = npm_lifecycle_event === "muster" && npm_package_json === path.join(root, "package.json");
  return ours && INIT_CWD !== undefined ? INIT_CWD : process.cwd();
}
