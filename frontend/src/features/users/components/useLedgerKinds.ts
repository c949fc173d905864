import { useLingui } from "@lingui/react/macro";

/** The kinds of ledger entries in words. */
export function useLedgerKinds(): Record<string, string> {
  const { t } = useLingui();
  return {
    "top-up": t`Top-up`,
    charge: t`Charge`,
    refund: t`Refund`,
    adjustment: t`Adjustment`,
    hold: t`Held`,
    release: t`Released`,
    correction: t`Correction`,
  };
}
