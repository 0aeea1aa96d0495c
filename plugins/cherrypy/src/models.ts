import { libraryModels } from "@muster/web";
import { native, type FrameworkModels, type NativeCall, type Value } from "@muster/python";
import { aliases, configured, exposed, isExposed, settings } from "./exposure.ts";
import { positional, queried } from "./page.ts";
import { readSettings } from "./settings-file.ts";
import { argumentsOfTool, isOff, isText, pathOf, routeTemplate, sections, switchedOn } from "./settings.ts";
import { children, decidesItself, isNode, isPage, isUnknown, popped } from "./tree.ts";

/** CherryPy is told in Python (see `library/cherrypy`); here is what it reads off objects, signatures and settings. */
export function cherrypyModels(): FrameworkModels {
  const natives = {
    aliases, configured, exposed, is_exposed: isExposed, settings, positional, queried, arguments: argumentsOfTool, path_value: pathOf, is_text: isText, is_off: isOff, route_template: routeTemplate,
    read_settings: readSettings, sections, switched_on: switchedOn, children, decides_itself: decidesItself, is_node: isNode, is_page: isPage, is_unknown: isUnknown, popped,
  } satisfies { [name: string]: (call: NativeCall) => Value | undefined };
  return libraryModels({
    name: "cherrypy",
    applications: ["cherrypy._cptree.Application"],
    values: Object.entries(natives).map(([name, run]): [string, Value] => [`muster_cherrypy.${name}`, native(`muster_cherrypy.${name}`, run)]),
  });
}
