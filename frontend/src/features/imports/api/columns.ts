import { useLingui } from "@lingui/react/macro";
import type { ImportKind } from "./imports";

/** A column of a table; `sample` stands in the template. */
export interface Column {
  name: string;
  required: boolean;
  about: string;
  sample: string;
}

/** The columns that a table may have. stationId, tariffId: some that exist, for the template. */
export function useColumns(kind: ImportKind, stationId = "", tariffId = ""): Column[] {
  const { t } = useLingui();
  const column = (name: string, about: string, sample = "", required = false): Column => ({
    name,
    about,
    sample,
    required,
  });
  if (kind === "id-tags") {
    return [
      column("id_tag", t`What the card or fob says, at most 20 characters.`, "04A1B2C3D4", true),
      column("user_id", t`Who pays. Without one, nobody is billed.`),
      column("expires_at", t`A time with its zone, as 2027-12-31T23:59:59Z.`),
      column("blocked", t`true or false; false when left out.`, "false"),
      column("parent_id_tag", t`The group: its members may stop each other’s sessions.`),
      column("concurrent_limit", t`How many sessions at once; 1 when left out.`, "1"),
    ];
  }
  return [
    column("identity", t`As the charger dials in: often its serial number.`, "CP-0001", true),
    column("station_id", t`The id of a station, as in the address of its page.`, stationId, true),
    column("rated_power_w", t`In watts: it bounds what can be billed.`, "22000", true),
    column("name", t`What people read; the identity when left out.`, "CP-0001"),
    column("connector_count", t`1 when left out.`, "2"),
    column("security_profile", t`0 to 3; 1, with a password, when left out.`, "1"),
    column("tariff_id", t`The station’s tariff when left out.`, tariffId),
    column("pending", t`true: somebody approves it before it may charge.`, "false"),
  ];
}
