import { useLingui } from "@lingui/react/macro";
import type { CommandField } from "../fields";
import type { CommandGroup } from "./commandForm";
import { useFields } from "./useFields";

export function useFirmwareForms(): CommandGroup {
  const { t } = useLingui();
  const { long, moment, choice, location, maybe, retries } = useFields();
  const target = (path: string): CommandField => ({
    ...maybe(location(path)),
    hint: t`Here, when left out.`,
  });
  return {
    name: t`Firmware and logs`,
    forms: [
      {
        action: "UpdateFirmware",
        name: t`Update firmware`,
        about: t`The charger fetches a file from an address of yours and installs it. What was uploaded here is installed from the Firmware page.`,
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
          long("firmware.signingCertificate", t`Signing certificate (PEM)`, 5500),
          long("firmware.signature", t`Signature (Base64)`, 800),
          ...retries,
        ],
        warning: () => t`The charger restarts with new firmware, and cannot charge meanwhile.`,
      },
      {
        action: "GetDiagnostics",
        name: t`Ask for diagnostics`,
        about: t`The charger uploads a file; it appears under Firmware and diagnostics.`,
        fields: [
          target("location"),
          moment("startTime", t`From`),
          moment("stopTime", t`To`),
          ...retries,
        ],
      },
      {
        action: "GetLog",
        name: t`Ask for a log`,
        about: t`The charger uploads a log; it appears under Firmware and diagnostics.`,
        fields: [
          choice("logType", t`Log`, ["DiagnosticsLog", "SecurityLog"]),
          target("log.remoteLocation"),
          moment("log.oldestTimestamp", t`From`),
          moment("log.latestTimestamp", t`To`),
          ...retries,
        ],
      },
    ],
  };
}
