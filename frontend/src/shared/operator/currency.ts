import { queryOptions } from "@tanstack/react-query";
import { adminApi, unwrap } from "#/shared/api/admin";

/** The operator's currency, as every wallet has it. */
export function currencyQuery(userId: string) {
  return queryOptions({
    queryKey: ["admin", "currency"],
    queryFn: async ({ signal }) => {
      const params = { path: { user_id: userId } };
      const wallet = await unwrap(
        adminApi.GET("/api/admin/users/{user_id}/wallet", { params, signal }),
      );
      return wallet.currency;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
