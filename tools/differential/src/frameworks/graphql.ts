import fastapi from "@muster/plugin-fastapi";
import graphql from "@muster/plugin-graphql";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { conditions, underCondition, type Condition } from "../python/condition.ts";
import { PythonProject } from "../python/project.ts";
import { reaches, reachName, type Reach } from "../python/reach.ts";
import { textExpression, textForms, type Text } from "../python/text-form.ts";
import type { Random } from "../random.ts";
import { smaller } from "../smaller.ts";

type Served = "included" | "with path" | "subclass" | "in a router" | "guarded";
type Schema = { readonly id: number; readonly served: Served; readonly prefix: Text; readonly hasMutation: boolean; readonly reach: Reach; readonly condition: Condition };
type Application = { readonly isFactory: boolean; readonly schemas: readonly Schema[] };

function application(random: Random): Application {
  let ids = 0;
  const schema = (): Schema => {
    const id = ++ids;
    return { id, served: random.mostly<Served>(["included", "with path", "subclass", "in a router", "guarded"]), prefix: { text: random.pick([`/g${id}`, `/g${id}/graphql`]), written: random.mostly(textForms) }, hasMutation: random.chance(0.4), reach: random.mostly(reaches), condition: random.chance(0.8) ? "always" : random.pick(conditions) };
  };
  return { isFactory: random.chance(0.5), schemas: random.list(1, 3, schema) };
}

const imports = "import strawberry\nfrom fastapi import APIRouter, Depends, FastAPI\nfrom strawberry.fastapi import GraphQLRouter";

function render({ isFactory, schemas }: Application): Sources {
  const project = new PythonProject();
  const main = project.module("main");
  const depth = isFactory ? 1 : 0;
  main.add(`${imports}\ndef checked():\n    return None`);
  if (isFactory) main.add("def create_app():");
  main.add("app = FastAPI(openapi_url=None)", depth);
  for (const { id, served, prefix, hasMutation, reach, condition } of schemas) {
    underCondition(main, condition, depth, (inner) => {
      const module = project.module(`parts.part_${id}`);
      module.add(`${imports}\n@strawberry.type\nclass Query_${id}:\n    @strawberry.field\n    def name(self) -> str:\n        return "name"${hasMutation ? `\n@strawberry.type\nclass Mutation_${id}:\n    @strawberry.mutation\n    def change(self, name: str) -> str:\n        return name` : ""}\nschema_${id} = strawberry.Schema(query=Query_${id}${hasMutation ? `, mutation=Mutation_${id}` : ""})`);
      const schema = reachName(project, reach, main, module, `schema_${id}`, inner);
      const text = textExpression(project, main, prefix, inner);
      const lines = {
        included: `app.include_router(GraphQLRouter(${schema}), prefix=${text})`,
        "with path": `app.include_router(GraphQLRouter(schema=${schema}, path=${text}))`,
        subclass: `class Router_${id}(GraphQLRouter):\n    pass\napp.include_router(Router_${id}(${schema}, prefix=${text}))`,
        "in a router": `outer_${id} = APIRouter(prefix="/outer${id}")\nouter_${id}.include_router(GraphQLRouter(${schema}), prefix=${text})\napp.include_router(outer_${id})`,
        guarded: `app.include_router(GraphQLRouter(${schema}), prefix=${text}, dependencies=[Depends(checked)])`,
      }[served];
      main.add(lines, inner);
    });
  }
  if (isFactory) main.add("    return app\napp = create_app()");
  return project.sources();
}

/** Schemas of Strawberry that FastAPI serves. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "graphql",
  oracle: "fastapi",
  plugins: [python, fastapi, graphql],
  requirements: ["strawberry-graphql==0.341.2", "fastapi==0.165.0", "pydantic==2.14.3", "python-multipart==0.0.34", "starlette==1.10.0"],
  generate: application,
  render,
  smaller: (description) => smaller(description, { fields: { isFactory: false, served: "included", hasMutation: false, reach: "from", condition: "always", written: "literal" } }),
});
