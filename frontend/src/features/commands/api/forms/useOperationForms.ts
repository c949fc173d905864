import { useLingui } from "@lingui/react/macro";
import type { CommandGroup } from "./commandForm";
import { useFields } from "./useFields";

const MESSAGES = [
  "StatusNotification",
  "MeterValues",
  "Heartbeat",
  "BootNotification",
  "DiagnosticsStatusNotification",
  "FirmwareStatusNotification",
];
const EXTENDED_MESSAGES = [
  "StatusNotification",
  "MeterValues",
  "Heartbeat",
  "BootNotification",
  "LogStatusNotification",
  "FirmwareStatusNotification",
  "SignChargePointCertificate",
];

export function useOperationForms(): CommandGroup {
  const { t } = useLingui();
  const { anyConnector, maybeConnector, maybe, text, choice } = useFields();
  return {
    name: t`Operation`,
    forms: [
      {
        action: "Reset",
        name: t`Reset`,
        about: t`Restarts the charger. A soft reset ends transactions in good order first.`,
        fields: [choice("type", t`Kind`, ["Soft", "Hard"])],
        warning: ({ type }) =>
          type === "Hard"
            ? t`A hard reset cuts power at once. Running transactions break off.`
            : null,
      },
      {
        action: "ChangeAvailability",
        name: t`Change availability`,
        about: t`Takes a connector, or all of the charger, out of service or back.`,
        fields: [anyConnector, choice("type", t`Wanted`, ["Operative", "Inoperative"])],
      },
      {
        action: "TriggerMessage",
        name: t`Trigger message`,
        about: t`Asks the charger to send a message now.`,
        fields: [choice("requestedMessage", t`Message`, MESSAGES), maybeConnector],
      },
      {
        action: "ExtendedTriggerMessage",
        name: t`Trigger message (extended)`,
        about: t`The same, with the messages of the security extension.`,
        fields: [choice("requestedMessage", t`Message`, EXTENDED_MESSAGES), maybeConnector],
      },
      {
        action: "DataTransfer",
        name: t`Data transfer`,
        about: t`Whatever the vendor defined.`,
        fields: [
          text("vendorId", t`Vendor`, 255),
          maybe(text("messageId", t`Message`, 50)),
          { path: "data", label: t`Data`, kind: "long" },
        ],
      },
    ],
  };
}
