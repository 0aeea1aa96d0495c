/** What the page may load and reach: what this service serves. The editor writes style elements. */
export const pagePolicy: string = ["default-src 'none'", "script-src 'self'", "worker-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self' data:", "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"].join("; ");

const frame = (head: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Muster</title>
<link rel="icon" href="data:,">
${head}
</head>
<body class="no-focus-outline">
${body}
</body>
</html>
`;

/** Asks for a token. It needs no script, and nothing is kept in the browser. */
export function signInPage(problem?: string): string {
  const told = problem === undefined ? "" : `<p role="alert">${escaped(problem)}</p>\n`;
  return frame(
    `<style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 15vh auto; padding: 0 1rem } input { width: 100%; font: inherit; box-sizing: border-box; padding: .4rem; margin: .3rem 0 1rem } button { font: inherit; padding: .4rem 1rem }</style>`,
    `<h1>Muster</h1>\n${told}<form method="post" autocomplete="off"><label for="token">Token</label><input id="token" name="token" type="password" required autofocus maxlength="100"><button>Open GraphiQL</button></form>`,
  );
}

/** The editor, for someone who signed in: its requests carry the token, which the page has and nothing else. */
export function editorPage(path: string, token: string): string {
  const settings = { title: "Muster", endpoint: "/graphql", subscriptionsProtocol: "SSE", shouldPersistHeaders: false, headers: JSON.stringify({ authorization: `Bearer ${token}` }), defaultQuery: "{ version endpoints(postures: [PUBLIC], first: 10) { totalCount nodes { method path repository { name } } } }" };
  return frame(
    `<link rel="stylesheet" href="${path}/style.css">\n<script type="application/json" id="settings">${JSON.stringify(settings).replaceAll("<", String.raw`\u003c`)}</script>\n<script src="${path}/start.js" defer></script>\n<script src="${path}/editor.js" defer></script>\n<script src="${path}/open.js" defer></script>`,
    `<noscript>GraphiQL needs JavaScript.</noscript><div id="root" style="height: 100vh"></div>`,
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
