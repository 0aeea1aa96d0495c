import { describePlugin } from "@muster/plugin-tester";

await describePlugin(import.meta.url, { with: ["@muster/python/plugin", "@muster/plugin-fastapi"] });
