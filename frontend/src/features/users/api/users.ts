import { queryOptions } from "@tanstack/react-query";
import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";
import { pagedQuery } from "#/shared/api/pages";
import { live } from "#/shared/live/live";

export type Wallet = AdminSchema<"WalletView">;
export type LedgerEntry = AdminSchema<"OperatorLedgerEntryView">;
export type CardRefund = AdminSchema<"CardRefundView">;

const PAGE = 50;

/** How people are looked for: by the beginning of a name, or by a whole e-mail address. */
export interface UserSearch {
  name?: string | undefined;
  email?: string | undefined;
}

/** People by name. */
export function usersQuery({ name, email }: UserSearch) {
  return pagedQuery(["admin", "users", name ?? "", email ?? ""], (cursor, signal) =>
    unwrap(
      adminApi.GET("/api/admin/users", {
        params: { query: { email, prefix: name, cursor, limit: PAGE } },
        signal,
      }),
    ),
  );
}

export function walletQuery(userId: string) {
  return queryOptions({
    queryKey: ["admin", "user", userId, "wallet"],
    queryFn: ({ signal }) =>
      unwrap(adminApi.GET("/api/admin/users/{user_id}/wallet", { ...at(userId), signal })),
    ...live(),
  });
}

export function ledgerQuery(userId: string) {
  return {
    ...pagedQuery(["admin", "user", userId, "ledger"], (cursor, signal) =>
      unwrap(
        adminApi.GET("/api/admin/users/{user_id}/wallet/ledger", {
          params: { path: { user_id: userId }, query: { cursor, limit: PAGE } },
          signal,
        }),
      ),
    ),
    ...live(),
  };
}

/** What was given back to a person's cards, newest first. */
export function cardRefundsQuery(userId: string) {
  return {
    ...pagedQuery(["admin", "user", userId, "card-refunds"], (cursor, signal) =>
      unwrap(
        adminApi.GET("/api/admin/users/{user_id}/wallet/card-refunds", {
          params: { path: { user_id: userId }, query: { cursor, limit: PAGE } },
          signal,
        }),
      ),
    ),
    ...live(),
  };
}

/** All entries of a person, as the server writes them. */
export function readLedgerCsv(userId: string): Promise<string> {
  return unwrap(
    adminApi.GET("/api/admin/exports/ledger.csv", {
      params: { query: { user_id: userId } },
      parseAs: "text",
    }),
  );
}

export function setActive(userId: string, active: boolean) {
  return active
    ? unwrap(adminApi.POST("/api/admin/users/{user_id}/activate", at(userId)))
    : unwrap(adminApi.POST("/api/admin/users/{user_id}/deactivate", at(userId)));
}

export type Booking = "top-up" | "adjust";

/** Books money once per key; an adjustment needs its note. */
export function book(
  userId: string,
  booking: Booking,
  amountMinor: number,
  note: string,
  key: string,
) {
  const params = { path: { user_id: userId }, header: { "idempotency-key": key } };
  if (booking === "adjust") {
    const body = { amount_minor: amountMinor, note };
    return unwrap(adminApi.POST("/api/admin/users/{user_id}/wallet/adjust", { params, body }));
  }
  const body = { amount_minor: amountMinor, note: note || null };
  return unwrap(adminApi.POST("/api/admin/users/{user_id}/wallet/top-up", { params, body }));
}

/** Gives money of a wallet back to the card that paid, once per key. */
export function refundToCard(userId: string, paymentId: string, amountMinor: number, key: string) {
  return unwrap(
    adminApi.POST("/api/admin/users/{user_id}/wallet/card-refunds", {
      params: { path: { user_id: userId }, header: { "idempotency-key": key } },
      body: { payment_id: paymentId, amount_minor: amountMinor },
    }),
  );
}

function at(userId: string) {
  return { params: { path: { user_id: userId } } };
}
