import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** A file of the editor, packed once. */
export interface Asset {
  readonly type: string;
  readonly packed: Buffer;
}

const script = "text/javascript; charset=utf-8";

/** Says where the workers of the editor's text fields are. */
const start = (path: string): string => `self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_, label) => ${JSON.stringify(path)} + "/" + ({ json: "json-worker.js", graphql: "graphql-worker.js" }[label] ?? "editor-worker.js") };\n`;
const open = `YogaGraphiQL.renderYogaGraphiQL(document.querySelector("#root"), JSON.parse(document.querySelector("#settings").textContent));\n`;

let loading: Promise<ReadonlyMap<string, Asset>> | undefined;

/** The files by name, out of the npm package that holds GraphiQL whole: nothing comes from elsewhere. They are loaded when the first is asked for. */
export function editorAssets(path: string): Promise<ReadonlyMap<string, Asset>> {
  return (loading ??= load(path));
}

async function load(path: string): Promise<ReadonlyMap<string, Asset>> {
  const { css, editorWorkerService, graphqlWorker, js, jsonWorker } = await import("@graphql-yoga/render-graphiql/graphiql");
  const texts: Readonly<Record<string, readonly [string, string]>> = {
    "style.css": ["text/css; charset=utf-8", css],
    "start.js": [script, start(path)],
    "editor.js": [script, js],
    "open.js": [script, open],
    "editor-worker.js": [script, editorWorkerService],
    "json-worker.js": [script, jsonWorker],
    "graphql-worker.js": [script, graphqlWorker],
  };
  const pack = promisify(gzip);
  return new Map(await Promise.all(Object.entries(texts).map(async ([name, [type, text]]) => [name, { type, packed: await pack(text) }] as const)));
}
