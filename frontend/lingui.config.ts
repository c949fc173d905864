import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

/** What only operators load has words of its own, so that a driver's phone does not fetch them. */
const DRIVER_FEATURES = [
  "charging",
  "driver-shell",
  "history",
  "places",
  "profile",
  "scanning",
  "signing-in",
  "wallet",
];
const OPERATOR = [
  `src/features/!(${DRIVER_FEATURES.join("|")})/**`,
  "src/routes/admin/**",
  "src/shared/operator/**",
];

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "de", "pseudo"],
  pseudoLocale: "pseudo",
  fallbackLocales: { pseudo: "en", default: "en" },
  // Without origins: a catalog changes when words change, not when lines move.
  format: formatter({ origins: false }),
  catalogs: [
    {
      path: "<rootDir>/src/shared/i18n/locales/driver/{locale}",
      include: ["src"],
      exclude: OPERATOR,
    },
    { path: "<rootDir>/src/shared/i18n/locales/operator/{locale}", include: OPERATOR },
  ],
});
