import type { PythonFramework } from "@muster/python";

/** FastAPI and Starlette. */
export const fastapi: PythonFramework = {
  name: "fastapi",
  language: "python",
  applications: ["fastapi.FastAPI", "starlette.applications.Starlette"],
  hints: ["fastapi", "starlette", "include_router("],
  load: async () => (await import("./models/models.ts")).fastapiModels,
};
