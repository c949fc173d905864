import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";

export type Resolution = AdminSchema<"Resolution">;

function at(transactionId: number) {
  return { path: { transaction_id: transactionId } };
}

export function stopTransaction(transactionId: number) {
  const params = at(transactionId);
  return unwrap(adminApi.POST("/api/admin/transactions/{transaction_id}/stop", { params }));
}

export function retryBilling(transactionId: number) {
  const params = at(transactionId);
  return unwrap(
    adminApi.POST("/api/admin/transactions/{transaction_id}/retry-billing", { params }),
  );
}

export function resolveTransaction(transactionId: number, body: Resolution) {
  const params = at(transactionId);
  return unwrap(
    adminApi.POST("/api/admin/transactions/{transaction_id}/resolve", { params, body }),
  );
}

export function refundTransaction(
  transactionId: number,
  body: AdminSchema<"RefundRequest">,
  key: string,
) {
  const params = { ...at(transactionId), header: { "idempotency-key": key } };
  return unwrap(adminApi.POST("/api/admin/transactions/{transaction_id}/refund", { params, body }));
}

/** Bills those again, or some of all that failed when none is named. */
export function retryMany(transactionIds: number[]) {
  return unwrap(
    adminApi.POST("/api/admin/transactions/retry-billing", {
      body: { transaction_ids: transactionIds },
    }),
  );
}
