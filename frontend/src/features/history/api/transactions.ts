import { queryOptions } from "@tanstack/react-query";
import { pagedQuery } from "#/shared/api/pages";
import { ApiError } from "#/shared/api/problem";
import { type UserSchema, unwrap, userApi } from "#/shared/api/user";

export type Transaction = UserSchema<"TransactionView">;

const PAGE = 50;
/** A receipt is looked for among so many pages of the newest charges. */
const MOST_PAGES = 20;

function readPage(userId: string, cursor: string | undefined, signal: AbortSignal) {
  return unwrap(
    userApi.GET("/users/{user_id}/transactions", {
      params: { path: { user_id: userId }, query: { cursor, limit: PAGE } },
      signal,
    }),
  );
}

export function transactionsQuery(userId: string) {
  return pagedQuery(["transactions", userId], (cursor, signal) => readPage(userId, cursor, signal));
}

/** One of a person's own charges. Fails with 404 for anybody else's. */
export function transactionQuery(userId: string, transactionId: number) {
  return queryOptions({
    queryKey: ["transaction", userId, transactionId],
    queryFn: async ({ signal }): Promise<Transaction> => {
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const { items, next_cursor: next } = await readPage(userId, cursor, signal);
        const found = items.find((one) => one.transaction_id === transactionId);
        if (found) return found;
        if (next === null) break;
        cursor = next;
      }
      throw new ApiError({
        status: 404,
        title: "",
        detail: "",
        requestId: null,
        reason: null,
        errors: [],
        retryAfterS: null,
      });
    },
  });
}
