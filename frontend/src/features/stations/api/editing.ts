import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";

export type StationFields = AdminSchema<"StationFields">;

export function createStation(body: StationFields) {
  return unwrap(adminApi.POST("/api/admin/stations", { body }));
}

export function replaceStation(stationId: string, body: AdminSchema<"StationEdit">) {
  return unwrap(
    adminApi.PUT("/api/admin/stations/{station_id}", {
      params: { path: { station_id: stationId } },
      body,
    }),
  );
}

export function deleteStation(stationId: string, version: number) {
  return unwrap(
    adminApi.DELETE("/api/admin/stations/{station_id}", {
      params: { path: { station_id: stationId }, query: { version } },
    }),
  );
}
