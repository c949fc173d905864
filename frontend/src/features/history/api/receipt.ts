import { queryOptions } from "@tanstack/react-query";
import { type UserSchema, unwrap, userApi } from "#/shared/api/user";

export type ReceiptDocument = UserSchema<"ReceiptView">;

/** The receipt of a billed charge: what was used and what each part of it cost. */
export function receiptQuery(userId: string, transactionId: number) {
  return queryOptions({
    queryKey: ["receipt", userId, transactionId],
    queryFn: ({ signal }) =>
      unwrap(
        userApi.GET("/users/{user_id}/transactions/{transaction_id}/receipt", {
          params: { path: { user_id: userId, transaction_id: transactionId } },
          signal,
        }),
      ),
  });
}
