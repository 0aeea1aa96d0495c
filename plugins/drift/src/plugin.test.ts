import { describePlugin, resultsOf } from "@muster/plugin-tester";
import { expect, test } from "vitest";

const beside = { with: ["@muster/python/plugin", "@muster/plugin-fastapi", "@muster/plugin-flask", "@muster/plugin-django", "@muster/plugin-drf"] };

await describePlugin(import.meta.url, beside);
