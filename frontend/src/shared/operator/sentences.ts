import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { useFormat } from "#/shared/lib/useFormat";

/** A sentence that the API writes, and the same in the reader's language. */
export interface Sentence {
  /**
   * Its groups are the sentence's figures and names. Names tell the unit: `…_wh`, `…_utc`, and
   * `…_minor` with a `currency`.
   */
  pattern: RegExp;
  text: MessageDescriptor;
}

type Say = (known: readonly Sentence[], sentence: string, currency?: string) => string;

/**
 * Says a sentence of the API in the reader's language; one that is not known, as it came.
 * currency: of amounts, where the sentence names none.
 */
export function useSentence(): Say {
  const { i18n } = useLingui();
  const format = useFormat();
  const shown = (name: string, value: string, currency: string) => {
    if (name.endsWith("_wh")) return format.energy(Number(value));
    if (name.endsWith("_minor")) return format.money(Number(value), currency);
    if (name.endsWith("_utc")) return format.precise(`${value.replace(" ", "T")}Z`);
    return value;
  };
  return (known, sentence, currency = "") => {
    for (const { pattern, text } of known) {
      const match = pattern.exec(sentence);
      if (!match) continue;
      const groups = Object.entries(match.groups ?? {});
      const values = groups.map(([name, value]) => [
        name,
        shown(name, value, match.groups?.currency ?? currency),
      ]);
      const filled = { ...text, values: Object.fromEntries(values) };
      return i18n._(filled);
    }
    return sentence;
  };
}
