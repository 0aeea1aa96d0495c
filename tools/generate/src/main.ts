import { writeFileSync } from "node:fs";
import { pluginLists } from "./plugin-list.ts";

for (const { path, text } of pluginLists()) writeFileSync(path, text);
