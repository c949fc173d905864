import { queryOptions } from "@tanstack/react-query";
import { adminApi, unwrap } from "#/shared/api/admin";
import { pagedQuery } from "#/shared/api/pages";
import { live } from "#/shared/live/live";

function at(chargerId: string, signal: AbortSignal) {
  return { params: { path: { charger_id: chargerId } }, signal };
}

export function configurationQuery(chargerId: string) {
  return queryOptions({
    queryKey: ["admin", "charger", chargerId, "configuration"],
    queryFn: ({ signal }) =>
      unwrap(adminApi.GET("/api/admin/chargers/{charger_id}/configuration", at(chargerId, signal))),
    ...live(),
  });
}

export function findingsQuery(chargerId: string) {
  return queryOptions({
    queryKey: ["admin", "charger", chargerId, "findings"],
    queryFn: ({ signal }) =>
      unwrap(adminApi.GET("/api/admin/chargers/{charger_id}/findings", at(chargerId, signal))),
    ...live(),
  });
}

/** What the vendor is told of the findings, in Markdown. */
export function readFindingReport(chargerId: string): Promise<string> {
  return unwrap(
    adminApi.GET("/api/admin/chargers/{charger_id}/findings/report", {
      params: { path: { charger_id: chargerId } },
      parseAs: "text",
    }),
  );
}

/** What it runs, and how far its last update is. */
export function firmwareQuery(chargerId: string) {
  return queryOptions({
    queryKey: ["admin", "charger", chargerId, "firmware"],
    queryFn: ({ signal }) =>
      unwrap(adminApi.GET("/api/admin/chargers/{charger_id}/firmware", at(chargerId, signal))),
    ...live(),
  });
}

/** What it was asked to send, and what it sent. */
export function diagnosticsQuery(chargerId: string) {
  return queryOptions({
    queryKey: ["admin", "charger", chargerId, "diagnostics"],
    queryFn: ({ signal }) =>
      unwrap(adminApi.GET("/api/admin/chargers/{charger_id}/diagnostics", at(chargerId, signal))),
    ...live(),
  });
}

/** Where a file that it sent can be downloaded, for a short while. */
export function fileLink(chargerId: string, commandId: string, name: string) {
  return unwrap(
    adminApi.GET("/api/admin/chargers/{charger_id}/diagnostics/{command_id}/{name}", {
      params: { path: { charger_id: chargerId, command_id: commandId, name } },
    }),
  );
}

export function profilesQuery(chargerId: string) {
  return queryOptions({
    queryKey: ["admin", "charger", chargerId, "profiles"],
    queryFn: ({ signal }) =>
      unwrap(
        adminApi.GET("/api/admin/chargers/{charger_id}/charging-profiles", at(chargerId, signal)),
      ),
    ...live(),
  });
}

export function localListQuery(chargerId: string) {
  return queryOptions({
    queryKey: ["admin", "charger", chargerId, "local-list"],
    queryFn: ({ signal }) =>
      unwrap(adminApi.GET("/api/admin/chargers/{charger_id}/local-list", at(chargerId, signal))),
    ...live(),
  });
}

export function certificateRequestsQuery(chargerId: string) {
  return queryOptions({
    queryKey: ["admin", "charger", chargerId, "certificate-requests"],
    queryFn: ({ signal }) =>
      unwrap(
        adminApi.GET(
          "/api/admin/chargers/{charger_id}/certificate-requests",
          at(chargerId, signal),
        ),
      ),
    ...live(),
  });
}

export function reservationsQuery(chargerId: string) {
  return {
    ...pagedQuery(["admin", "charger", chargerId, "reservations"], (cursor, signal) =>
      unwrap(
        adminApi.GET("/api/admin/chargers/{charger_id}/reservations", {
          params: { path: { charger_id: chargerId }, query: { cursor } },
          signal,
        }),
      ),
    ),
    ...live(),
  };
}

export function securityEventsQuery(chargerId: string) {
  return {
    ...pagedQuery(["admin", "charger", chargerId, "security-events"], (cursor, signal) =>
      unwrap(
        adminApi.GET("/api/admin/chargers/{charger_id}/security-events", {
          params: { path: { charger_id: chargerId }, query: { cursor } },
          signal,
        }),
      ),
    ),
    ...live(),
  };
}

/** Sends the charger every tag, in parts that it can take. */
export function sendLocalList(chargerId: string) {
  return unwrap(
    adminApi.POST("/api/admin/chargers/{charger_id}/local-list/send", {
      params: { path: { charger_id: chargerId } },
      body: { id_tags: [] },
    }),
  );
}

/** Asks for everything that is wanted and differs. */
export function reapplyConfiguration(chargerId: string) {
  return unwrap(
    adminApi.POST("/api/admin/chargers/{charger_id}/configuration/re-apply", {
      params: { path: { charger_id: chargerId } },
    }),
  );
}

/** Wants nothing of a key any more; the charger keeps what it has. */
export function forgetWanted(chargerId: string, key: string) {
  return unwrap(
    adminApi.DELETE("/api/admin/chargers/{charger_id}/configuration/{key}", {
      params: { path: { charger_id: chargerId, key } },
    }),
  );
}

/** Asks the charger for something over the wire. */
export function askCharger(chargerId: string, action: string, payload: Record<string, unknown>) {
  return unwrap(
    adminApi.POST("/api/admin/chargers/{charger_id}/commands", {
      params: { path: { charger_id: chargerId } },
      body: { action, payload, confirmed: false },
    }),
  );
}

export function changeAvailability(
  chargerId: string,
  connectorId: number,
  availability: "Operative" | "Inoperative",
) {
  return unwrap(
    adminApi.POST("/api/admin/chargers/{charger_id}/change-availability", {
      params: { path: { charger_id: chargerId } },
      body: { connector_id: connectorId, availability },
    }),
  );
}
