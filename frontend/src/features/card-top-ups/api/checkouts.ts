import { queryOptions } from "@tanstack/react-query";
import { type UserSchema, unwrap, userApi } from "#/shared/api/user";
import { LIVE_MS, live, WAITING_MS } from "#/shared/live/live";
import type { LedgerEntry } from "#/shared/wallet/wallet";

export type Checkout = UserSchema<"CheckoutView">;

/** Most payments arrive within seconds; after this many looks we look less often. */
const QUICK_LOOKS = 30;
/** What the API puts into the address in place of the checkout's id when nothing was paid. */
const LEFT = "left";

/** Makes a page to pay on, once per key. */
export function openCheckout(userId: string, amountMinor: number, key: string): Promise<Checkout> {
  return unwrap(
    userApi.POST("/users/{user_id}/wallet/card-top-ups", {
      params: { path: { user_id: userId }, header: { "idempotency-key": key } },
      body: { amount_minor: amountMinor },
    }),
  );
}

/** How somebody came back from the payment page; null for who was not there. */
export function wayBack(search: string): { checkoutId: string | null } | null {
  const told = new URLSearchParams(search).get("checkout");
  return told === null ? null : { checkoutId: told === LEFT ? null : told };
}

interface Arrival {
  entry: LedgerEntry | null;
  looks: number;
}

/** The movement of money that a checkout makes when it is paid; looks until it is there. */
export function arrivalQuery(userId: string, checkoutId: string) {
  const queryKey = ["checkout", userId, checkoutId];
  return queryOptions({
    ...live(WAITING_MS),
    queryKey,
    queryFn: async ({ client, signal }): Promise<Arrival> => {
      const params = { path: { user_id: userId }, query: { limit: 50 } };
      const newest = await unwrap(
        userApi.GET("/users/{user_id}/wallet/ledger", { params, signal }),
      );
      const entry = newest.items.find((one) => one.key === `card#paid#${checkoutId}`) ?? null;
      const before = client.getQueryData<Arrival>(queryKey)?.looks ?? 0;
      return { entry, looks: before + 1 };
    },
    refetchInterval: ({ state: { data } }) => {
      if (data?.entry) return false;
      return isLate(data) ? LIVE_MS : WAITING_MS;
    },
  });
}

/** Whether a payment takes longer than most do. */
export function isLate(arrival: Arrival | undefined): boolean {
  return arrival !== undefined && arrival.looks >= QUICK_LOOKS;
}
