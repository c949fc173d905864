// Draws the icons named in src/shared/ui/iconNames.ts, as Lucide has them, into one file.
import { readFileSync, writeFileSync } from "node:fs";

const UI = new URL("../src/shared/ui/", import.meta.url);
const names = [...readFileSync(new URL("iconNames.ts", UI), "utf8").matchAll(/"([\w-]+)"/g)];

const symbols = await Promise.all(names.map(([, name]) => draw(name)));
writeFileSync(
  new URL("icons.svg", UI),
  `<svg xmlns="http://www.w3.org/2000/svg">\n<!-- Lucide, ISC licence -->\n${symbols.join("\n")}\n</svg>\n`,
);

async function draw(name) {
  const { __iconData: icon } = await import(
    `../node_modules/lucide-react/dist/esm/icons/${name}.mjs`
  );
  const shapes = icon.node.map(([tag, { key, ...attributes }]) => {
    const written = Object.entries(attributes).map(
      ([attribute, value]) => ` ${attribute}="${value}"`,
    );
    return `<${tag}${written.join("")}/>`;
  });
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.join("")}</symbol>`;
}
