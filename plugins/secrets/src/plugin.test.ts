import { describePlugin } from "@muster/plugin-tester";

await describePlugin(import.meta.url);
