import { useLingui } from "@lingui/react/macro";
import type { ExportKind } from "../api/exports";

/** What can be written into a file, in words. */
export function useKindNames(): Record<ExportKind, string> {
  const { t } = useLingui();
  return { transactions: t`Transactions`, ledger: t`Ledger` };
}
