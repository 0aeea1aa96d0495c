import { libraryModels } from "@muster/web";
import { native, type FrameworkModels, type Value } from "@muster/python";
import { decorateResponders } from "./decorate-responders.ts";
import { statusName } from "./status-name.ts";
import { sinkTemplate, uriTemplate } from "./uri-template.ts";

/** Falcon is told in Python (see `library/falcon`); what Python cannot say there is text: templates, and the names of statuses. */
export function falconModels(): FrameworkModels {
  return libraryModels({
    name: "falcon",
    applications: ["falcon.app.App"],
    values: [
      ["muster_falcon.uri_template", native("muster_falcon.uri_template", uriTemplate)],
      ["muster_falcon.sink_template", native("muster_falcon.sink_template", sinkTemplate)],
      ["muster_falcon.decorate_responders", native("muster_falcon.decorate_responders", decorateResponders)],
    ] satisfies [string, Value][],
    nameOf: statusName,
  });
}
