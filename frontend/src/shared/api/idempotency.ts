import { useRef } from "react";

/**
 * A key that stays the same until the request has an answer: a double click, or a second try after
 * a lost answer, happens once. `next` makes a fresh one after success or a change of the form.
 * name: also outlives a reload of this tab, under that name.
 */
export function useIdempotencyKey(name?: string): { current: () => string; next: () => void } {
  const key = useRef<string | null>(null);
  const stored = name === undefined ? null : `csms.key.${name}`;
  return {
    current: () => {
      key.current ??= (stored && sessionStorage.getItem(stored)) || crypto.randomUUID();
      if (stored) sessionStorage.setItem(stored, key.current);
      return key.current;
    },
    next: () => {
      key.current = null;
      if (stored) sessionStorage.removeItem(stored);
    },
  };
}
