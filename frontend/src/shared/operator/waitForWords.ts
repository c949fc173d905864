import type { Messages } from "@lingui/core";
import { addWords } from "#/shared/i18n/i18n";

const FILES = import.meta.glob<{ messages: Messages }>([
  "../i18n/locales/*/*.po",
  "!../i18n/locales/driver/*.po",
  "!../i18n/locales/operator/*.po",
]);

/** Loads the words of a page beside its code; the build names them (scripts/words.ts). */
export async function waitForWords(catalogs: readonly string[]): Promise<void> {
  await addWords(catalogs, async (name, locale) => {
    const file = await FILES[`../i18n/locales/${name}/${locale}.po`]?.();
    return file?.messages ?? {};
  });
}
