import { queryOptions } from "@tanstack/react-query";
import { type UserSchema, unwrap, userApi } from "#/shared/api/user";
import { live } from "#/shared/live/live";

export type Connector = UserSchema<"ConnectorPage">;

export function connectorQuery(chargerId: string, connectorId: number) {
  return queryOptions({
    queryKey: ["connector", chargerId, connectorId],
    queryFn: ({ signal }) =>
      unwrap(
        userApi.GET("/api/chargers/{charger_id}/connectors/{connector_id}", {
          params: { path: { charger_id: chargerId, connector_id: connectorId } },
          signal,
        }),
      ),
    ...live(),
  });
}

/** A plugged-in cable makes a connector busy before anybody charges. */
const WAITS_FOR_A_DRIVER = new Set(["Preparing", "Finishing"]);

/** Whether a start can be asked for: what is unknown may still work, and the charger decides. */
export function mayStart(connector: Connector): boolean {
  if (connector.state === "free" || connector.state === "unknown") return true;
  return connector.state === "busy" && WAITS_FOR_A_DRIVER.has(connector.status ?? "");
}
