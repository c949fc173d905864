// Types of the HTTP API from its OpenAPI documents. Runs in its own folder because
// openapi-typescript needs a TypeScript older than the app's.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const documents = new URL("../../docs/openapi/", import.meta.url);
const target = new URL("../src/shared/api/schema/", import.meta.url);

for (const name of ["user", "admin"]) {
  const document = JSON.parse(await readFile(new URL(`${name}.json`, documents), "utf8"));
  const types = astToString(await openapiTS(document));
  const note = `// Generated from docs/openapi/${name}.json by \`npm run schema\`.\n\n`;
  await writeFile(new URL(`${name}.d.ts`, target), note + types);
}
