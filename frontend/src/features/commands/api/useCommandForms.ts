import { useLingui } from "@lingui/react/macro";
import type { CommandField } from "./fields";

/** A command as a form: what it does, what it takes, and what to ask before it goes out. */
export interface CommandForm {
  action: string;
  name: string;
  about: string;
  fields: CommandField[];
  /** Asked first, for what disturbs a driver or cannot be undone. */
  warning?: (payload: Record<string, unknown>) => string | null;
  /** Not for chargers that nobody approved yet. */
  needsApproval?: boolean;
}

export interface CommandGroup {
  name: string;
  forms: CommandForm[];
}

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
const PURPOSES = ["ChargePointMaxProfile", "TxDefaultProfile", "TxProfile"];
const ROOTS = ["CentralSystemRootCertificate", "ManufacturerRootCertificate"];

const PROFILE = JSON.stringify(
  {
    chargingProfileId: 1,
    stackLevel: 0,
    chargingProfilePurpose: "TxDefaultProfile",
    chargingProfileKind: "Relative",
    chargingSchedule: {
      chargingRateUnit: "A",
      chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }],
    },
  },
  null,
  2,
);

/** Every command that can be sent, in groups. */
export function useCommandForms(): CommandGroup[] {
  const { t } = useLingui();
  const connector: CommandField = {
    path: "connectorId",
    label: t`Connector`,
    kind: "whole",
    required: true,
    least: 1,
    initial: "1",
  };
  const anyConnector: CommandField = {
    ...connector,
    least: 0,
    initial: "0",
    hint: t`0 is the whole charger.`,
  };
  const maybeConnector: CommandField = { ...connector, required: false, initial: "" };
  const text = (path: string, label: string, hint?: string): CommandField => ({
    path,
    label,
    kind: "text",
    required: true,
    ...(hint ? { hint } : {}),
  });
  const whole = (path: string, label: string, initial = ""): CommandField => ({
    path,
    label,
    kind: "whole",
    required: true,
    initial,
    least: 0,
  });
  const moment = (path: string, label: string): CommandField => ({ path, label, kind: "moment" });
  const choice = (
    path: string,
    label: string,
    options: readonly string[],
    required = true,
  ): CommandField => ({ path, label, kind: "choice", options, required });
  const maybe = (field: CommandField): CommandField => ({ ...field, required: false });
  const location = (path: string): CommandField =>
    text(path, t`Address of the file`, t`As https://… or ftp://…`);
  const retries = [
    maybe(whole("retries", t`Retries`)),
    maybe(whole("retryInterval", t`Seconds between retries`)),
  ];

  return [
    {
      name: t`Charging`,
      forms: [
        {
          action: "RemoteStartTransaction",
          name: t`Start charging`,
          about: t`Starts for a tag. Accepted means that the charger will try.`,
          needsApproval: true,
          fields: [text("idTag", t`Tag`), maybeConnector],
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
            text("idTag", t`Tag`),
            { ...moment("expiryDate", t`Until`), required: true },
            maybe(text("parentIdTag", t`Group of the tag`)),
          ],
        },
        {
          action: "CancelReservation",
          name: t`Cancel reservation`,
          about: t`Frees a reserved connector.`,
          fields: [whole("reservationId", t`Reservation number`)],
        },
      ],
    },
    {
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
            text("vendorId", t`Vendor`),
            maybe(text("messageId", t`Message`)),
            { path: "data", label: t`Data`, kind: "long" },
          ],
        },
      ],
    },
    {
      name: t`Configuration and tags`,
      forms: [
        {
          action: "GetConfiguration",
          name: t`Read configuration`,
          about: t`All keys, or some.`,
          fields: [
            {
              path: "key",
              label: t`Keys`,
              kind: "words",
              hint: t`Separated by commas; all when left out.`,
            },
          ],
        },
        {
          action: "ChangeConfiguration",
          name: t`Change configuration`,
          about: t`Sets one key.`,
          fields: [text("key", t`Key`), text("value", t`Value`)],
        },
        {
          action: "ClearCache",
          name: t`Clear cache`,
          about: t`Forgets the tags that the charger remembers.`,
          fields: [],
        },
        {
          action: "GetLocalListVersion",
          name: t`Version of the local list`,
          about: t`Which list of tags the charger has.`,
          fields: [],
        },
      ],
    },
    {
      name: t`Smart charging`,
      forms: [
        {
          action: "SetChargingProfile",
          name: t`Set charging profile`,
          about: t`Limits power or current over time.`,
          fields: [
            anyConnector,
            {
              path: "csChargingProfiles",
              label: t`Profile as JSON`,
              kind: "json",
              required: true,
              initial: PROFILE,
            },
          ],
        },
        {
          action: "ClearChargingProfile",
          name: t`Clear charging profiles`,
          about: t`One by its id, or all that fit.`,
          fields: [
            maybe(whole("id", t`Profile`)),
            { ...anyConnector, required: false, initial: "" },
            choice("chargingProfilePurpose", t`Purpose`, PURPOSES, false),
            maybe(whole("stackLevel", t`Stack level`)),
          ],
        },
        {
          action: "GetCompositeSchedule",
          name: t`Read schedule`,
          about: t`What all profiles together allow.`,
          fields: [
            anyConnector,
            whole("duration", t`Seconds`, "86400"),
            choice("chargingRateUnit", t`Unit`, ["A", "W"], false),
          ],
        },
      ],
    },
    {
      name: t`Firmware and logs`,
      forms: [
        {
          action: "UpdateFirmware",
          name: t`Update firmware`,
          about: t`The charger fetches a file and installs it.`,
          fields: [
            location("location"),
            { ...moment("retrieveDate", t`Fetch at`), required: true },
            ...retries,
          ],
          warning: () => t`The charger restarts with new firmware, and cannot charge meanwhile.`,
        },
        {
          action: "SignedUpdateFirmware",
          name: t`Update firmware (signed)`,
          about: t`The same, with a signature that the charger checks.`,
          fields: [
            location("firmware.location"),
            { ...moment("firmware.retrieveDateTime", t`Fetch at`), required: true },
            moment("firmware.installDateTime", t`Install at`),
            {
              path: "firmware.signingCertificate",
              label: t`Signing certificate`,
              kind: "long",
              required: true,
            },
            { path: "firmware.signature", label: t`Signature`, kind: "long", required: true },
            ...retries,
          ],
          warning: () => t`The charger restarts with new firmware, and cannot charge meanwhile.`,
        },
        {
          action: "GetDiagnostics",
          name: t`Ask for diagnostics`,
          about: t`The charger uploads a file.`,
          fields: [
            location("location"),
            moment("startTime", t`From`),
            moment("stopTime", t`To`),
            ...retries,
          ],
        },
        {
          action: "GetLog",
          name: t`Ask for a log`,
          about: t`The charger uploads a log.`,
          fields: [
            choice("logType", t`Log`, ["DiagnosticsLog", "SecurityLog"]),
            location("log.remoteLocation"),
            moment("log.oldestTimestamp", t`From`),
            moment("log.latestTimestamp", t`To`),
            ...retries,
          ],
        },
      ],
    },
    {
      name: t`Certificates`,
      forms: [
        {
          action: "GetInstalledCertificateIds",
          name: t`List certificates`,
          about: t`Which root certificates are installed.`,
          fields: [choice("certificateType", t`Kind`, ROOTS)],
        },
        {
          action: "InstallCertificate",
          name: t`Install certificate`,
          about: t`Adds a root certificate.`,
          fields: [
            choice("certificateType", t`Kind`, ROOTS),
            { path: "certificate", label: t`Certificate (PEM)`, kind: "long", required: true },
          ],
        },
        {
          action: "DeleteCertificate",
          name: t`Delete certificate`,
          about: t`Removes a root certificate.`,
          fields: [
            choice("certificateHashData.hashAlgorithm", t`Hash algorithm`, [
              "SHA256",
              "SHA384",
              "SHA512",
            ]),
            text("certificateHashData.issuerNameHash", t`Hash of the issuer’s name`),
            text("certificateHashData.issuerKeyHash", t`Hash of the issuer’s key`),
            text("certificateHashData.serialNumber", t`Serial number`),
          ],
          warning: () =>
            t`Without its root certificate the charger may not be able to connect again.`,
        },
      ],
    },
  ];
}
