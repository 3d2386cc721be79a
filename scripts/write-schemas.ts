/** Writes schemas/*.schema.json from the declarations: `node scripts/write-schemas.ts`. A test says when they are out of date. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { declarationSchemas } from "../src/workspace/declaration-schemas.ts";

const folder = fileURLToPath(new URL("../schemas/", import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, text] of declarationSchemas()) writeFileSync(folder + name, text);
