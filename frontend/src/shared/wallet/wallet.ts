import { queryOptions } from "@tanstack/react-query";
import { pagedQuery } from "#/shared/api/pages";
import { type UserSchema, unwrap, userApi } from "#/shared/api/user";
import { live } from "#/shared/live/live";

export type Wallet = UserSchema<"DriverWalletView">;
export type LedgerEntry = UserSchema<"LedgerEntryView">;

export function walletQuery(userId: string) {
  return queryOptions({
    queryKey: ["wallet", userId],
    queryFn: ({ signal }) =>
      unwrap(
        userApi.GET("/users/{user_id}/wallet", { params: { path: { user_id: userId } }, signal }),
      ),
    ...live(),
  });
}

export function ledgerQuery(userId: string) {
  return pagedQuery(["ledger", userId], (cursor, signal) =>
    unwrap(
      userApi.GET("/users/{user_id}/wallet/ledger", {
        params: { path: { user_id: userId }, query: { cursor, limit: 50 } },
        signal,
      }),
    ),
  );
}
