import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";

export type Access = AdminSchema<"AccessView">;

function at(chargerId: string) {
  return { params: { path: { charger_id: chargerId } } };
}

export function registerCharger(body: AdminSchema<"NewCharger">) {
  return unwrap(adminApi.POST("/api/admin/chargers", { body }));
}

/** Registers a charger that knocked, and takes it out of the inbox. */
export function registerUnknown(identity: string, body: AdminSchema<"NewChargerFields">) {
  return unwrap(
    adminApi.POST("/api/admin/unknown-chargers/{charger_id}/register", { ...at(identity), body }),
  );
}

export function replaceCharger(chargerId: string, body: AdminSchema<"ChargerEdit">) {
  return unwrap(adminApi.PUT("/api/admin/chargers/{charger_id}", { ...at(chargerId), body }));
}

export function deleteCharger(chargerId: string) {
  return unwrap(adminApi.DELETE("/api/admin/chargers/{charger_id}", at(chargerId)));
}

export type Decision = "approve" | "disable" | "enable";

export function decideCharger(chargerId: string, decision: Decision) {
  return unwrap(adminApi.POST(`/api/admin/chargers/{charger_id}/${decision}`, at(chargerId)));
}

/** A new password at once; the charger is cut off until it is entered. */
export function rekeyCharger(chargerId: string) {
  return unwrap(adminApi.POST("/api/admin/chargers/{charger_id}/re-key", at(chargerId)));
}

/** A new password over the wire. */
export async function rotateKey(chargerId: string): Promise<Access> {
  const rotated = await unwrap(
    adminApi.POST("/api/admin/chargers/{charger_id}/rotate-key", at(chargerId)),
  );
  return rotated.access;
}
