import { queryOptions, useQuery } from "@tanstack/react-query";
import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";

export type Tariff = AdminSchema<"TariffView">;

const MOST = 200;

/** The tariffs that can be chosen. */
export const tariffsQuery = queryOptions({
  queryKey: ["admin", "tariffs"],
  queryFn: async ({ signal }) => {
    const query = { limit: MOST };
    const page = await unwrap(adminApi.GET("/api/admin/tariffs", { params: { query }, signal }));
    return page.items;
  },
  staleTime: 60_000,
});

/** The name of a tariff by its id, or the id while it is not known. */
export function useTariffNames(): (tariffId: string) => string {
  const tariffs = useQuery(tariffsQuery).data;
  return (id) => tariffs?.find((one) => one.tariff_id === id)?.name ?? id;
}
