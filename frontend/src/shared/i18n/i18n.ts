import { i18n } from "@lingui/core";
import { read, write } from "#/shared/lib/preferences";

export const LOCALES = ["en", "de"] as const;
export type Locale = (typeof LOCALES)[number] | "pseudo";

const KEY = "csms.locale";

/** The person's choice, else the browser's first language that we speak. `?locale=pseudo` tests. */
export function wantedLocale(): Locale {
  const asked = new URLSearchParams(window.location.search).get("locale") ?? read(KEY);
  if (asked === "pseudo" || asked === "en" || asked === "de") return asked;
  for (const language of navigator.languages) {
    const found = LOCALES.find((locale) => language.startsWith(locale));
    if (found) return found;
  }
  return "en";
}

const CATALOGS = {
  driver: {
    en: () => import("./locales/driver/en.po"),
    de: () => import("./locales/driver/de.po"),
    pseudo: () => import("./locales/driver/pseudo.po"),
  },
  operator: {
    en: () => import("./locales/operator/en.po"),
    de: () => import("./locales/operator/de.po"),
    pseudo: () => import("./locales/operator/pseudo.po"),
  },
} as const;

let areas: (keyof typeof CATALOGS)[] = ["driver"];

/** Loads the words of the areas in use, and shows them. */
export async function activateLocale(locale: Locale): Promise<void> {
  const catalogs = await Promise.all(areas.map((area) => CATALOGS[area][locale]()));
  for (const { messages } of catalogs) i18n.load(locale, messages);
  i18n.activate(locale);
  document.documentElement.lang = locale === "pseudo" ? "en" : locale;
}

/** Adds the operators' words; for who is behind their guard. */
export async function loadOperatorWords(): Promise<void> {
  if (areas.includes("operator")) return;
  areas = ["driver", "operator"];
  await activateLocale(wantedLocale());
}

export async function chooseLocale(locale: Locale): Promise<void> {
  write(KEY, locale);
  await activateLocale(locale);
}
