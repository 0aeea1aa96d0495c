import { describeRule } from "@muster/plugin-tester";

await describeRule(import.meta.url, "private-key");
