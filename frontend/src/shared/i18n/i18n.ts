import { i18n, type Messages } from "@lingui/core";
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

type Read = (catalog: string, locale: Locale) => Promise<Messages>;

const FIRST: Record<string, Record<Locale, () => Promise<{ messages: Messages }>>> = {
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
};

const readFirst: Read = async (name, locale) => (await FIRST[name]?.[locale]())?.messages ?? {};
const inUse = new Map<string, Read>([["driver", readFirst]]);
/** What the page speaks, or is about to; its address may lose the question that chose it. */
let spoken = wantedLocale();

/** Loads the words in use, and shows them. */
export async function activateLocale(locale: Locale): Promise<void> {
  spoken = locale;
  await Promise.all([...inUse].map(([name, read]) => load(name, read)));
  i18n.activate(locale);
  document.documentElement.lang = locale === "pseudo" ? "en" : locale;
}

/** Adds the words of parts of the app, by the names of their catalogs. */
export async function addWords(names: readonly string[], read: Read = readFirst): Promise<void> {
  const added = names.filter((name) => !inUse.has(name));
  await Promise.all(added.map((name) => load(name, read)));
  for (const name of added) inUse.set(name, read);
}

async function load(name: string, read: Read): Promise<void> {
  const locale = spoken;
  i18n.load(locale, await read(name, locale));
}

export async function chooseLocale(locale: Locale): Promise<void> {
  write(KEY, locale);
  await activateLocale(locale);
}
