import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { useCallback } from "react";

/** Texts by the codes of the API. */
export type Words<Code extends string = string> = Readonly<Record<Code, MessageDescriptor>>;

interface Further {
  /** What to say for a code without a text; else the code itself. */
  otherwise?: string;
  /** The figures and names of the text. */
  values?: Record<string, unknown>;
}

type Tell = (words: Words, code: string, further?: Further) => string;

/** The text for a code of the API in the reader's language. */
export function useWord(): Tell {
  const { i18n } = useLingui();
  return useCallback(
    (words, code, { otherwise = code, values = {} } = {}) => {
      const text = words[code];
      if (!text) return otherwise;
      const filled = { ...text, values };
      return i18n._(filled);
    },
    [i18n],
  );
}
