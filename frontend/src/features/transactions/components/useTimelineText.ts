import { useLingui } from "@lingui/react/macro";
import type { AdminSchema } from "#/shared/api/admin";
import { useWord } from "#/shared/i18n/words";
import { useFormat } from "#/shared/lib/useFormat";
import { useSentence } from "#/shared/operator/sentences";
import { useHoldReason } from "#/shared/operator/useHoldReason";
import { CONNECTOR_STATUSES } from "#/shared/operator/words/chargers";
import { BILLING_ERRORS, EVENTS } from "#/shared/operator/words/sentences";
import { STOP_REASONS, TAG_STATUSES } from "#/shared/operator/words/transactions";
import type { TransactionDetail } from "../api/transactions";

type Event = AdminSchema<"OperatorTimelineView">;

/**
 * A line of the timeline in the reader's language. What the transaction itself knows is told from
 * its own fields; the rest from the API's sentence, as it is where it is not known here.
 */
export function useTimelineText(transaction: TransactionDetail): (event: Event) => string {
  const { t } = useLingui();
  const format = useFormat();
  const word = useWord();
  const say = useSentence();
  const holdReason = useHoldReason();
  const register = (energyWh: number | null) =>
    energyWh === null ? t`register unknown` : t`register at ${format.energy(energyWh)}`;
  const tellStart = () => {
    const { connector_id: connector, id_tag: tag } = transaction;
    const status = word(TAG_STATUSES, transaction.id_tag_status);
    const at = register(transaction.meter_start_wh);
    return t`Started on connector ${connector} with tag ${tag} (${status}), ${at}`;
  };
  const tellEnd = () => {
    const at = register(transaction.meter_stop_wh);
    const given = transaction.stop_reason;
    const reason = given ? word(STOP_REASONS, given) : t`no reason given`;
    const tag = transaction.stop_id_tag;
    if (transaction.closed_by === "csms") return t`Closed here at its last reading, ${at}`;
    return tag ? t`Stopped with tag ${tag} (${reason}), ${at}` : t`Stopped (${reason}), ${at}`;
  };
  const tellBill = () => {
    const price = format.money(transaction.price_minor ?? 0, transaction.currency ?? "EUR");
    return t`Billed ${price} for ${format.energy(transaction.energy_wh)}`;
  };
  return (event) => {
    switch (event.kind) {
      case "started":
        return tellStart();
      case "readings": {
        const count = format.number(transaction.readings);
        const at = register(transaction.latest_register_wh);
        return t`Last of ${count} messages with readings, ${at}`;
      }
      case "stopped":
      case "closed":
        return tellEnd();
      case "billed":
        return transaction.price_minor === null ? event.text : tellBill();
      case "held":
        return t`Held for review: ${holdReason(transaction.reason)}`;
      case "unbilled":
        return t`Not billed: ${holdReason(transaction.reason)}`;
      case "billing-failed": {
        const count = format.number(transaction.attempts);
        const error = say(BILLING_ERRORS, transaction.last_error ?? "");
        return t`Billing failed, attempt ${count}: ${error}`;
      }
      case "state": {
        const status = event.text.replace(/^Reported /, "");
        return t`Reported: ${word(CONNECTOR_STATUSES, status)}`;
      }
      default:
        return say(EVENTS, event.text, transaction.currency ?? "EUR");
    }
  };
}
