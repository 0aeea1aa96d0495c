import type { LinkedModel } from "@muster/contract";
import { linkSources, type Sources } from "@muster/plugin-tester/sources";
import flask from "@muster/plugin-flask";
import python from "@muster/python/plugin";
import connexion from "../index.ts";

/** Links sources with Connexion, and Flask below it. */
export function link(sources: Sources): Promise<LinkedModel> {
  return linkSources([python, flask, connexion], sources);
}

/** An application of one specification, `api.yml`, whose functions are in `handlers.py`. */
export function linkSpecification(specification: string, handlers: string, more: Sources = {}): Promise<LinkedModel> {
  return link({ "main.py": 'import connexion\napp = connexion.FlaskApp(__name__)\napp.add_api("api.yml")\n', "api.yml": specification, "handlers.py": handlers, ...more });
}
