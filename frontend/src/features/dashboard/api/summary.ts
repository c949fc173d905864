import { queryOptions } from "@tanstack/react-query";
import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";
import { live } from "#/shared/live/live";

type State = "BILLING_FAILED" | "HELD" | "UNBILLED" | "RUNNING";

export const RANGES = ["today", "week", "month"] as const;
export type Range = (typeof RANGES)[number];

const DAYS: Record<Range, number> = { today: 1, week: 7, month: 30 };
const PAGE = 200;

export type Summary = AdminSchema<"Summary">;
export type Day = AdminSchema<"DayView">;

/** Energy, sessions and revenue of the last days, each by its station's clock. */
export function summaryQuery(range: Range) {
  return queryOptions({
    queryKey: ["admin", "summary", range],
    queryFn: async ({ signal }) => {
      const days = daysOf(range);
      const query = { first_day: days[0], last_day: days.at(-1) };
      const summary = await unwrap(
        adminApi.GET("/api/admin/reports/summary", { params: { query }, signal }),
      );
      return { ...summary, days: filled(days, summary) };
    },
    ...live(30_000),
  });
}

/** How many transactions are in a state; one page of them. */
export function countQuery(state: State) {
  return queryOptions({
    queryKey: ["admin", "transactions", "count", state],
    queryFn: async ({ signal }) => {
      const query = { state, limit: PAGE };
      const page = await unwrap(
        adminApi.GET("/api/admin/transactions", { params: { query }, signal }),
      );
      return {
        count: page.items.length,
        hasMore: page.next_cursor !== null && page.items.length >= PAGE,
      };
    },
    ...live(),
  });
}

export const unknownChargersQuery = queryOptions({
  queryKey: ["admin", "unknown-chargers"],
  queryFn: ({ signal }) => unwrap(adminApi.GET("/api/admin/unknown-chargers", { signal })),
  ...live(),
});

export const unknownTagsQuery = queryOptions({
  queryKey: ["admin", "unknown-id-tags"],
  queryFn: ({ signal }) => unwrap(adminApi.GET("/api/admin/unknown-id-tags", { signal })),
  ...live(),
});

export function reviewsQuery(kind: AdminSchema<"ReviewKind">) {
  return queryOptions({
    queryKey: ["admin", "reviews", "count", kind],
    queryFn: async ({ signal }) => {
      const query = { kind, limit: PAGE };
      const page = await unwrap(adminApi.GET("/api/admin/reviews", { params: { query }, signal }));
      return page.items.length;
    },
    ...live(30_000),
  });
}

/** The last days as 2026-05-17, oldest first, by the browser's clock. */
function daysOf(range: Range): string[] {
  return Array.from({ length: DAYS[range] }, (_, index) => {
    const day = new Date();
    day.setDate(day.getDate() - (DAYS[range] - 1 - index));
    const two = (part: number) => String(part).padStart(2, "0");
    return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  });
}

/** Every day of the range; those on which nothing was charged with zeros. */
function filled(days: string[], { days: known, total }: Summary): Day[] {
  const { currency } = total;
  const empty = { energy_wh: 0, sessions: 0, revenue_minor: 0, tax_minor: 0, currency };
  return days.map((day) => known.find((one) => one.day === day) ?? { ...empty, day });
}
