import { useLingui } from "@lingui/react/macro";
import type { AdminSchema } from "#/shared/api/admin";
import { useFormat } from "#/shared/lib/useFormat";
import type { TransactionDetail } from "../api/transactions";

type Event = AdminSchema<"TimelineView">;

/**
 * A line of the timeline in the reader's language. What the transaction itself knows is told from
 * its own fields; for the rest the API's English sentence has to do.
 */
export function useTimelineText(transaction: TransactionDetail): (event: Event) => string {
  const { t } = useLingui();
  const format = useFormat();
  const register = (energyWh: number | null) =>
    energyWh === null ? t`register unknown` : t`register at ${format.energy(energyWh)}`;
  const tellEnd = () => {
    const at = register(transaction.meter_stop_wh);
    const reason = transaction.stop_reason ?? t`no reason given`;
    const tag = transaction.stop_id_tag;
    if (transaction.closed_by === "csms") return t`Closed here at its last reading, ${at}`;
    return tag ? t`Stopped with tag ${tag} (${reason}), ${at}` : t`Stopped (${reason}), ${at}`;
  };
  return (event) => {
    switch (event.kind) {
      case "started": {
        const { connector_id: connector, id_tag: tag, id_tag_status: status } = transaction;
        const at = register(transaction.meter_start_wh);
        return t`Started on connector ${connector} with tag ${tag} (${status}), ${at}`;
      }
      case "readings": {
        const count = format.number(transaction.readings);
        const at = register(transaction.latest_register_wh);
        return t`Last of ${count} messages with readings, ${at}`;
      }
      case "stopped":
      case "closed":
        return tellEnd();
      case "billed": {
        if (transaction.price_minor === null || transaction.currency === null) return event.text;
        const price = format.money(transaction.price_minor, transaction.currency);
        return t`Billed ${price} for ${format.energy(transaction.energy_wh)}`;
      }
      default:
        return event.text;
    }
  };
}
