export { environmentFor } from "./environment.ts";
export { oracleModules } from "./application.ts";
