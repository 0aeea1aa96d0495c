import type { FrameworkModels, PythonFramework } from "@muster/python";
import { readInventory } from "./inventory.ts";
import { dependencyModels } from "./models/dependencies.ts";
import { requestModels } from "./models/requests.ts";
import { responseModels, statusName } from "./models/responses.ts";
import { routerModels } from "./models/routers.ts";
import { securityModels } from "./models/security.ts";
import { starletteAuthentication } from "./models/starlette-authentication.ts";

/** FastAPI and Starlette. */
export const fastapi: PythonFramework = {
  name: "fastapi",
  language: "python",
  applications: ["fastapi.FastAPI", "starlette.applications.Starlette"],
  hints: ["fastapi", "starlette"],
  models: (): FrameworkModels => ({
    values: [...routerModels(), ...dependencyModels(), ...securityModels(), ...responseModels(), ...requestModels(), ...starletteAuthentication()],
    name: statusName,
    inventory: readInventory,
  }),
};
