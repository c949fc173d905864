import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";
import { FEATURES_WITH_WORDS, tables } from "./scripts/catalogs.ts";

const LOCALES = "<rootDir>/src/shared/i18n/locales";
const TABLES = "src/shared/operator/words";

/**
 * What drivers read is one catalog, what all operators' pages share another. Each feature of the
 * operators, each that few drivers open and each table of codes has its own, which comes with it.
 */
export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "de", "pseudo"],
  pseudoLocale: "pseudo",
  fallbackLocales: { pseudo: "en", default: "en" },
  // Without origins: a catalog changes when words change, not when lines move.
  format: formatter({ origins: false }),
  catalogs: [
    {
      path: `${LOCALES}/driver/{locale}`,
      include: ["src"],
      exclude: [
        ...FEATURES_WITH_WORDS.map((name) => `src/features/${name}/**`),
        "src/features/operator-shell/**",
        "src/routes/admin/**",
        "src/shared/operator/**",
      ],
    },
    {
      path: `${LOCALES}/operator/{locale}`,
      include: ["src/features/operator-shell/**", "src/routes/admin/**", "src/shared/operator/**"],
      exclude: [`${TABLES}/**`],
    },
    ...FEATURES_WITH_WORDS.map((name) => ({
      path: `${LOCALES}/${name}/{locale}`,
      include: [`src/features/${name}/**`],
    })),
    ...tables().map((name) => ({
      path: `${LOCALES}/words-${name}/{locale}`,
      include: [`${TABLES}/${name}.ts`],
    })),
  ],
});
