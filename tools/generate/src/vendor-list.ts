import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { GeneratedFile } from "./plugin-list.ts";

const folder = path.resolve(import.meta.dirname, "../../../plugins/secrets/src/vendors");

/** The vendors whose formats the secrets plugin knows: a module each, named for its one export. */
export function vendorList(): GeneratedFile {
  const vendors = readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && name !== "index.ts")
    .sort()
    .map((name) => ({ name, exported: exportOf(name) }));
  const text = `import type { Vendor } from "../format.ts";
${vendors.map(({ name, exported }) => `import { ${exported} } from "./${name}";`).join("\n")}

/** Written by \`npm run generate -w @muster/generate\` from the modules of this folder. */
export const vendors: readonly Vendor[] = [
${vendors.map(({ exported }) => `  ${exported},`).join("\n")}
];
`;
  return { path: path.join(folder, "index.ts"), text };
}

function exportOf(name: string): string {
  const exported = /^export const (\w+): Vendor = /m.exec(readFileSync(path.join(folder, name), "utf8"))?.[1];
  if (exported === undefined) throw new Error(`plugins/secrets/src/vendors/${name} exports no Vendor. Export one, as its neighbours do.`);
  return exported;
}
