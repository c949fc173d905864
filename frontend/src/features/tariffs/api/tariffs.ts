import { queryOptions } from "@tanstack/react-query";
import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";

export type TariffFields = AdminSchema<"TariffFields">;
export type Window = AdminSchema<"WindowFields">;
export type PreviewRequest = AdminSchema<"PreviewRequest">;

export function tariffQuery(tariffId: string) {
  return queryOptions({
    queryKey: ["admin", "tariff", tariffId],
    queryFn: ({ signal }) =>
      unwrap(adminApi.GET("/api/admin/tariffs/{tariff_id}", { ...at(tariffId), signal })),
  });
}

export function createTariff(body: TariffFields) {
  return unwrap(adminApi.POST("/api/admin/tariffs", { body }));
}

export function replaceTariff(tariffId: string, body: AdminSchema<"TariffEdit">) {
  return unwrap(adminApi.PUT("/api/admin/tariffs/{tariff_id}", { ...at(tariffId), body }));
}

export function deleteTariff(tariffId: string) {
  return unwrap(adminApi.DELETE("/api/admin/tariffs/{tariff_id}", at(tariffId)));
}

export function previewTariff(tariffId: string, body: PreviewRequest) {
  return unwrap(adminApi.POST("/api/admin/tariffs/{tariff_id}/preview", { ...at(tariffId), body }));
}

function at(tariffId: string) {
  return { params: { path: { tariff_id: tariffId } } };
}
