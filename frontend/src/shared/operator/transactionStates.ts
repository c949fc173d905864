/** The states in which transactions can be looked for. */
export const TRANSACTION_STATES = [
  "RUNNING",
  "PENDING_RECONCILIATION",
  "STOPPED",
  "COMPLETED",
  "BILLING_FAILED",
  "HELD",
  "UNBILLED",
  "CANCELLED",
] as const;

export type TransactionState = (typeof TRANSACTION_STATES)[number];
