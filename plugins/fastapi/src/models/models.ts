import type { FrameworkModels } from "@muster/python";
import { adapters, primitives } from "@muster/web";
import { readInventory } from "../inventory.ts";
import { dependencyModels } from "./dependencies.ts";
import { fastapiUsersModels } from "./fastapi-users.ts";
import { requestModels } from "./requests.ts";
import { responseModels, statusName } from "./responses.ts";
import { routerModels } from "./routers.ts";
import { securityModels } from "./security.ts";
import { starletteAuthentication } from "./starlette-authentication.ts";

/** Everything of FastAPI and Starlette that shapes routes and guards. */
export function fastapiModels(): FrameworkModels {
  const routers = routerModels();
  const apiRouter = routers.get("fastapi.APIRouter");
  return {
    values: [...primitives, ...adapters, ...routers, ...(apiRouter ? fastapiUsersModels(apiRouter) : []), ...dependencyModels(), ...securityModels(), ...responseModels(), ...requestModels(), ...starletteAuthentication()],
    name: statusName,
    inventory: readInventory,
  };
}
