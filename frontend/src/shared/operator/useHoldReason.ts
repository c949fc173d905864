import { useWord } from "#/shared/i18n/words";
import { HOLD_REASONS } from "./words/transactions";

/** Why a transaction is held or not billed; there can be several. What an operator wrote stays. */
export function useHoldReason(): (reason: string | null) => string {
  const word = useWord();
  return (reason) => {
    const parts = (reason ?? "").split(", ");
    if (!parts.every((part) => part in HOLD_REASONS)) return reason ?? "";
    return parts.map((part) => word(HOLD_REASONS, part)).join(" · ");
  };
}
