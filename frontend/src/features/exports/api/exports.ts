import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";
import { pagedQuery } from "#/shared/api/pages";
import { live, SESSION_MS } from "#/shared/live/live";
import type { TransactionState } from "#/shared/operator/transactionStates";

export type ExportFile = AdminSchema<"ExportView">;
export type ExportRequest = AdminSchema<"ExportRequest">;
export type ExportState = AdminSchema<"ExportState">;

export const KINDS = ["transactions", "ledger"] as const;
export type ExportKind = (typeof KINDS)[number];

/** A file as an address asks for it, from a list that was too long to download. */
export interface ExportSearch {
  kind?: ExportKind | undefined;
  since?: string | undefined;
  until?: string | undefined;
  station?: string | undefined;
  charger?: string | undefined;
  user?: string | undefined;
  state?: TransactionState | undefined;
}

/** The files of the last seven days, the latest first. */
export const exportsQuery = {
  ...pagedQuery(["admin", "exports"], (cursor, signal) =>
    unwrap(adminApi.GET("/api/admin/exports", { params: { query: { cursor } }, signal })),
  ),
  ...live(SESSION_MS),
};

/** Lets a job write a file. */
export function requestExport(body: ExportRequest) {
  return unwrap(adminApi.POST("/api/admin/exports", { body }));
}

/** One file, with a fresh address to download it. */
export function readExport(exportId: string) {
  const params = { path: { export_id: exportId } };
  return unwrap(adminApi.GET("/api/admin/exports/{export_id}", { params }));
}
