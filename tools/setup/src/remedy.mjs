/** What shows in an error of npm, node-gyp or the file system, and what helps. The first that fits is told. */
const remedies = /** @type {const} */ ([
  [/\bENOSPC\b|no space left/iu, "The disk is full. Free some space and run this again."],
  [/\b(EACCES|EPERM|EROFS)\b|permission denied|read-only file system/iu, "There is no permission to write there. Make the checkout and the cache folder writable for this user, or run as the user who owns them."],
  [
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b|network/iu,
    "The package registry could not be reached. Check the network, and npm's `registry` and `proxy` settings (`npm config list`); offline, copy a set-up checkout with its `node_modules` and `.runtime` folders.",
  ],
  [/\b(E401|E403|ENEEDAUTH)\b/u, "The package registry refused the request. Check npm's `registry` setting and your sign-in to it (`npm config list`)."],
  [/\bEINTEGRITY\b/u, "A download does not match its recorded hash. Run `npm cache verify`; if it happens again, do not use that registry."],
  [/\b(E404|ETARGET)\b/u, "The registry does not carry that version. Check npm's `registry` setting: a private mirror may lag behind."],
  [/`npm ci` can only install|not in sync/iu, "package.json and package-lock.json disagree. Run `npm install --ignore-scripts` and look at what it changed."],
  [/\b(ENOTEMPTY|EBUSY)\b/u, "Another process uses node_modules. Close it and run this again."],
]);

/**
 * What to do about a failure, from the text it left; undefined where the text says nothing known.
 *
 * @param {string} text
 * @returns {string | undefined}
 */
export function remedyFor(text) {
  return remedies.find(([sign]) => sign.test(text))?.[1];
}
