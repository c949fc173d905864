import { queryOptions } from "@tanstack/react-query";
import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";
import { pagedQuery } from "#/shared/api/pages";
import { live, SESSION_MS } from "#/shared/live/live";
import { everyPage } from "#/shared/operator/everyPage";
import type { TransactionState } from "#/shared/operator/transactionStates";

export type Transaction = AdminSchema<"OperatorTransactionView">;
export type TransactionPage = AdminSchema<"TransactionPage">;
export type FailedBill = AdminSchema<"BillingFailureView">;
export type TransactionDetail = AdminSchema<"TransactionDetail">;
export type Reading = AdminSchema<"ReadingView">;

/** Filters as they stand in the address. */
export interface TransactionSearch {
  state?: TransactionState | undefined;
  station?: string | undefined;
  charger?: string | undefined;
  user?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
}

const PAGE = 50;
const MOST = 200;
const MOST_PAGES = 25;

export function transactionsQuery(search: TransactionSearch) {
  return {
    ...pagedQuery(["admin", "transactions", search], (cursor, signal) =>
      read(search, PAGE, cursor, signal),
    ),
    ...live(),
  };
}

/** The day (UTC) from which on all were looked at; null where no day tells how far that is. */
export function lookedBackQuery(search: TransactionSearch) {
  const { select: _, ...query } = transactionsQuery(search);
  return {
    ...query,
    select: ({ pages }: { pages: TransactionPage[] }) => pages.at(-1)?.looked_back_to ?? null,
  };
}

/** Bills that failed, newest first: what went wrong, and when each is tried again. */
export function failedBillsQuery() {
  return {
    ...pagedQuery(["admin", "transactions", "failed-bills"], (cursor, signal) =>
      unwrap(
        adminApi.GET("/api/admin/billing-failures", {
          params: { query: { limit: PAGE, cursor } },
          signal,
        }),
      ),
    ),
    ...live(),
  };
}

/** Everything that matches, as the server writes it. */
export function readCsv(search: TransactionSearch): Promise<string> {
  return unwrap(
    adminApi.GET("/api/admin/exports/transactions.csv", {
      params: { query: filtersOf(search) },
      parseAs: "text",
    }),
  );
}

export function transactionQuery(transactionId: number) {
  return queryOptions({
    queryKey: ["admin", "transaction", transactionId],
    queryFn: ({ signal }) =>
      unwrap(adminApi.GET("/api/admin/transactions/{transaction_id}", at(transactionId, signal))),
    ...live(SESSION_MS),
  });
}

export function timelineQuery(transactionId: number) {
  return queryOptions({
    queryKey: ["admin", "transaction", transactionId, "timeline"],
    queryFn: ({ signal }) =>
      unwrap(
        adminApi.GET(
          "/api/admin/transactions/{transaction_id}/timeline",
          at(transactionId, signal),
        ),
      ),
    ...live(),
  });
}

export function receiptQuery(transactionId: number) {
  return queryOptions({
    queryKey: ["admin", "transaction", transactionId, "receipt"],
    queryFn: ({ signal }) =>
      unwrap(
        adminApi.GET("/api/admin/transactions/{transaction_id}/receipt", at(transactionId, signal)),
      ),
  });
}

/** All readings, oldest first. */
export function readingsQuery(transactionId: number) {
  return queryOptions({
    queryKey: ["admin", "transaction", transactionId, "readings"],
    queryFn: ({ signal }) =>
      everyPage<Reading>(MOST_PAGES, (cursor) =>
        unwrap(
          adminApi.GET("/api/admin/transactions/{transaction_id}/meter-values", {
            params: { path: { transaction_id: transactionId }, query: { limit: MOST, cursor } },
            signal,
          }),
        ),
      ),
    ...live(),
  });
}

function at(transactionId: number, signal: AbortSignal) {
  return { params: { path: { transaction_id: transactionId } }, signal };
}

function read(
  search: TransactionSearch,
  limit: number,
  cursor?: string,
  signal: AbortSignal | null = null,
) {
  const query = { ...filtersOf(search), limit, cursor };
  return unwrap(adminApi.GET("/api/admin/transactions", { params: { query }, signal }));
}

function filtersOf(search: TransactionSearch) {
  return {
    state: search.state,
    station_id: search.station,
    charger_id: search.charger,
    user_id: search.user,
    since: search.since,
    until: search.until,
  };
}
