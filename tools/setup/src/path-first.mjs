import path from "node:path";

/**
 * An environment whose PATH starts with a folder. Windows calls it `Path`, and two spellings of one name would shadow each other.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder
 * @returns {NodeJS.ProcessEnv}
 */
export function pathFirst(env, folder) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  const rest = env[name];
  return { ...env, [name]: rest === undefined || rest === "" ? folder : `${folder}${path.delimiter}${rest}` };
}
