import { queryClient } from "#/shared/api/queryClient";
import { connectorQuery } from "./connector";

/** Reads a connector before its page is drawn; the page then finds it, or asks again. */
export function readConnectorAhead(chargerId: string, connectorId: number): Promise<void> {
  return queryClient.prefetchQuery(connectorQuery(chargerId, connectorId));
}
