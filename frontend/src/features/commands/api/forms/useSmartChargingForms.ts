import { useLingui } from "@lingui/react/macro";
import type { CommandGroup } from "./commandForm";
import { useFields } from "./useFields";

const PURPOSES = ["ChargePointMaxProfile", "TxDefaultProfile", "TxProfile"];
const KINDS = ["Relative", "Absolute", "Recurring"];

export function useSmartChargingForms(): CommandGroup {
  const { t } = useLingui();
  const { anyConnector, maybe, whole, moment, choice } = useFields();
  return {
    name: t`Smart charging`,
    forms: [
      {
        action: "SetChargingProfile",
        name: t`Set charging profile`,
        about: t`Limits power or current over time.`,
        fields: [
          anyConnector,
          whole("csChargingProfiles.chargingProfileId", t`Profile`, "1"),
          {
            ...choice("csChargingProfiles.chargingProfilePurpose", t`Purpose`, PURPOSES),
            initial: "TxDefaultProfile",
            hint: t`ChargePointMaxProfile limits the whole charger, TxDefaultProfile every session, TxProfile a running one.`,
          },
          {
            ...whole("csChargingProfiles.stackLevel", t`Stack level`, "0"),
            hint: t`Of profiles of one purpose, the highest level counts.`,
          },
          {
            ...maybe(whole("csChargingProfiles.transactionId", t`Transaction`)),
            hint: t`For a TxProfile only.`,
          },
          {
            ...choice("csChargingProfiles.chargingProfileKind", t`Kind`, KINDS),
            hint: t`Relative counts from the start of a session; the others from the start of the schedule.`,
          },
          {
            ...choice("csChargingProfiles.recurrencyKind", t`Repeats`, ["Daily", "Weekly"], false),
            hint: t`For a Recurring profile only.`,
          },
          moment("csChargingProfiles.validFrom", t`Valid from`),
          moment("csChargingProfiles.validTo", t`Valid until`),
          moment("csChargingProfiles.chargingSchedule.startSchedule", t`Start of the schedule`),
          {
            ...maybe(whole("csChargingProfiles.chargingSchedule.duration", t`Length in seconds`)),
            hint: t`Without an end when left out.`,
          },
          choice("csChargingProfiles.chargingSchedule.chargingRateUnit", t`Unit`, ["A", "W"]),
          {
            path: "csChargingProfiles.chargingSchedule.chargingSchedulePeriod",
            label: t`Limits`,
            kind: "rows",
            required: true,
            rows: 1,
            add: t`Add a limit`,
            hint: t`The first one begins at second 0; each holds until the next.`,
            columns: [
              whole("startPeriod", t`From second`, "0"),
              { ...whole("limit", t`Limit`, "16"), kind: "decimal" },
              { ...maybe(whole("numberPhases", t`Phases`)), least: 1 },
            ],
          },
          {
            ...maybe(whole("csChargingProfiles.chargingSchedule.minChargingRate", t`Least rate`)),
            kind: "decimal",
            hint: t`Below it, charging makes no sense for the vehicle.`,
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
  };
}
