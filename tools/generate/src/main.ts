import { writeFileSync } from "node:fs";
import { pluginLists } from "./plugin-list.ts";
import { vendorList } from "./vendor-list.ts";

for (const { path, text } of [...pluginLists(), vendorList()]) writeFileSync(path, text);
