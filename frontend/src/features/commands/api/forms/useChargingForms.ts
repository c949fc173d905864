import { useLingui } from "@lingui/react/macro";
import type { CommandGroup } from "./commandForm";
import { useFields } from "./useFields";

export function useChargingForms(): CommandGroup {
  const { t } = useLingui();
  const { connector, anyConnector, maybeConnector, maybe, text, whole, moment } = useFields();
  return {
    name: t`Charging`,
    forms: [
      {
        action: "RemoteStartTransaction",
        name: t`Start charging`,
        about: t`Starts for a tag. Accepted means that the charger will try.`,
        needsApproval: true,
        fields: [text("idTag", t`Tag`, 20), maybeConnector],
      },
      {
        action: "RemoteStopTransaction",
        name: t`Stop charging`,
        about: t`Ends a running transaction.`,
        needsApproval: true,
        fields: [whole("transactionId", t`Transaction`)],
      },
      {
        action: "UnlockConnector",
        name: t`Unlock connector`,
        about: t`Opens the lock of a stuck plug. A transaction on it ends.`,
        fields: [connector],
        warning: () =>
          t`The lock opens. Whoever charges there is cut off, and the cable can be taken.`,
      },
      {
        action: "ReserveNow",
        name: t`Reserve`,
        about: t`Keeps a connector for a tag until a time.`,
        fields: [
          anyConnector,
          text("idTag", t`Tag`, 20),
          { ...moment("expiryDate", t`Until`), required: true },
          maybe(text("parentIdTag", t`Group of the tag`, 20)),
        ],
      },
      {
        action: "CancelReservation",
        name: t`Cancel reservation`,
        about: t`Frees a reserved connector.`,
        fields: [whole("reservationId", t`Reservation number`)],
      },
    ],
  };
}
