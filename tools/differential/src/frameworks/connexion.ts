import connexion from "@muster/plugin-connexion";
import flask from "@muster/plugin-flask";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { conditions, underCondition, type Condition } from "../python/condition.ts";
import { PythonProject } from "../python/project.ts";
import type { Random } from "../random.ts";
import { smaller } from "../smaller.ts";

type Made = "module" | "factory" | "alias";
/** Where the path that an API is served under is said. */
type Based = "servers" | "variable" | "basePath" | "argument" | "both";
/** How operations find their functions. */
type Resolved = "operationId" | "controller" | "relative" | "resty" | "class" | "template";
type Written = "yaml" | "json" | "dict";

type Operation = { readonly id: number; readonly method: string; readonly path: string; readonly isShared: boolean };
type Api = { readonly id: number; readonly based: Based; readonly resolved: Resolved; readonly written: Written; readonly folder: string; readonly condition: Condition; readonly operations: readonly Operation[] };
type Application = { readonly made: Made; readonly isPlain: boolean; readonly apis: readonly Api[] };

const methods = ["get", "post", "put", "patch", "delete"] as const;

function application(random: Random): Application {
  let ids = 0;
  const operation = (): Operation => {
    const id = ++ids;
    return { id, method: random.pick(methods), path: random.pick([`/x${id}`, `/x${id}/`, `/x${id}/{item${id}}`, `/n${id}/{num${id}}/more-parts`, `/h${id}/{with-hyphen${id}}`]), isShared: random.chance(0.3) };
  };
  const api = (): Api => ({
    id: ++ids,
    based: random.mostly<Based>(["servers", "variable", "basePath", "argument", "both"]),
    resolved: random.mostly<Resolved>(["operationId", "controller", "relative", "resty", "class", "template"]),
    written: random.mostly<Written>(["yaml", "json", "dict"]),
    folder: random.pick(["", "specs", "specs/deep"]),
    condition: random.chance(0.85) ? "always" : random.pick(conditions),
    operations: random.list(1, 4, operation),
  });
  return { made: random.mostly<Made>(["module", "factory", "alias"]), isPlain: random.chance(0.4), apis: random.list(1, 3, api) };
}

function render({ made, isPlain, apis }: Application): Sources {
  const project = new PythonProject();
  const main = project.module("main");
  const documents: Record<string, string> = {};
  main.add("import connexion\nfrom connexion.resolver import RelativeResolver, RestyResolver");
  const depth = made === "factory" ? 1 : 0;
  if (made === "factory") main.add("def create_app():");
  main.add(`app = ${made === "alias" ? "connexion.App" : "connexion.FlaskApp"}(__name__, specification_dir="./")`, depth);
  for (const api of apis) underCondition(main, api.condition, depth, (inner) => main.add(addApi(api, documents), inner));
  if (isPlain) main.add('@app.route("/plain")\ndef plain():\n    return "plain"', depth);
  if (made === "factory") {
    main.add("return app", depth);
    main.add("app = create_app()");
  }
  for (const api of apis) {
    const module = project.module(`handlers_${api.id}`);
    const names = api.operations.map((one) => functionOf(api, one));
    if (api.resolved === "class") module.add(`class Answers:\n${names.map((name) => `    @staticmethod\n    def ${name}(**values):\n        return {}`).join("\n")}`);
    else module.add(names.map((name) => `def ${name}(**values):\n    return {}`).join("\n"));
    if (api.resolved === "resty") for (const one of api.operations) project.module(restyModule(api, one)).add(`def ${restyFunction(one)}(**values):\n    return {}`);
  }
  return { ...project.sources(), ...documents };
}

function addApi(api: Api, documents: Record<string, string>): string {
  const specification = JSON.stringify(specificationOf(api), undefined, 2);
  const given = [
    ...(api.based === "argument" || api.based === "both" ? [`base_path="/base${api.id}"`] : []),
    ...(api.resolved === "relative" ? [`resolver=RelativeResolver("handlers_${api.id}")`] : api.resolved === "resty" ? [`resolver=RestyResolver("rest_${api.id}")`] : []),
    ...(api.resolved === "template" ? [`arguments={"module": "handlers_${api.id}"}`] : []),
  ];
  const more = given.map((one) => `, ${one}`).join("");
  if (api.written === "dict") return `app.add_api(${specification.replaceAll("{{ module }}", `handlers_${api.id}`).replaceAll(": true", ": True")}${more})`;
  const name = `${api.folder === "" ? "" : `${api.folder}/`}api_${api.id}.${api.written === "json" ? "json" : "yml"}`;
  // JSON is YAML: written as such, with a comment, an anchor and keys without quotes it is no JSON any more.
  documents[name] = api.written === "json" ? specification : `# api ${api.id}\n${specification.replaceAll(/^(\s*)"(\w+)":/gm, "$1$2:").replace('"description": "ok"', '"description": &ok "ok"')}`;
  return `app.add_api(${JSON.stringify(name)}${more})`;
}

function specificationOf(api: Api): object {
  const paths: Record<string, Record<string, unknown>> = {};
  const shared: Record<string, unknown> = {};
  for (const one of api.operations) {
    const parameters = [...one.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => ({ name, in: "path", required: true, ...(api.based === "basePath" ? { type: "string" } : { schema: { type: name?.startsWith("num") ? "integer" : "string" } }) }));
    const name = functionOf(api, one);
    const operation = {
      ...(api.resolved !== "resty" && { operationId: { operationId: `handlers_${api.id}.${name}`, class: `handlers_${api.id}.Answers.${name}`, controller: name, relative: name, template: `{{ module }}.${name}` }[api.resolved] }),
      ...(api.resolved === "controller" && { [api.based === "basePath" ? "x-swagger-router-controller" : "x-openapi-router-controller"]: `handlers_${api.id}` }),
      ...(parameters.length > 0 && { parameters }),
      responses: { 200: { description: "ok" } },
    };
    const item = { [one.method]: operation };
    if (one.isShared) shared[`o${one.id}`] = item;
    paths[one.path] = one.isShared ? { $ref: `#/x-shared/o${one.id}` } : item;
  }
  const info = { title: `api ${api.id}`, version: "1" };
  const rest = { paths, "x-shared": shared };
  switch (api.based) {
    case "basePath":
      return { swagger: "2.0", info, basePath: `/base${api.id}/`, ...rest };
    case "variable":
      return { openapi: "3.0.0", info, servers: [{ url: "https://host:8080/{area}", variables: { area: { default: `base${api.id}` } } }], ...rest };
    case "servers":
    case "both":
      return { openapi: "3.0.0", info, servers: [{ url: `/${api.based === "both" ? "replaced" : "base"}${api.id}` }, { url: "/second" }], ...rest };
    case "argument":
      return { openapi: "3.0.0", info, ...rest };
    default:
      return api.based satisfies never;
  }
}

function functionOf(api: Api, { id }: Operation): string {
  return `answer_${api.id}_${id}`;
}

/** `/x1/{item}` is answered by `rest.x1`. */
function restyModule(api: Api, { path }: Operation): string {
  return `rest_${api.id}.${path.split("/").filter((part) => part !== "" && !part.startsWith("{")).join(".").replaceAll("-", "_")}`;
}

function restyFunction({ method, path }: Operation): string {
  const last = path.split("/").findLast((part) => part !== "") ?? "";
  return method === "get" && !last.startsWith("{") ? "search" : method;
}

/** Specifications of both versions, with all ways to say where they are served and which function answers. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "connexion",
  plugins: [python, flask, connexion],
  requirements: ["connexion[flask]==3.3.0"],
  generate: application,
  render,
  smaller: (description) => smaller(description, { fields: { made: "module", isPlain: false, based: "servers", resolved: "operationId", written: "json", folder: "", condition: "always", isShared: false, method: "get" } }),
});
