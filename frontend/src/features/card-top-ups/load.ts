import type { Messages } from "@lingui/core";
import { addWords } from "#/shared/i18n/i18n";
import { CardTopUp } from "./components/CardTopUp";

const FILES = import.meta.glob<{ messages: Messages }>(
  "/src/shared/i18n/locales/card-top-ups/*.po",
);

/** The panel with its words, for wallets that take cards: others load nothing of it. */
export async function loadCardTopUp() {
  await addWords(["card-top-ups"], async (name, locale) => {
    const file = await FILES[`/src/shared/i18n/locales/${name}/${locale}.po`]?.();
    return file?.messages ?? {};
  });
  return { default: CardTopUp };
}
