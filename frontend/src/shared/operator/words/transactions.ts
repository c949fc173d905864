import { msg } from "@lingui/core/macro";
import type { Words } from "#/shared/i18n/words";

/** Why a transaction is held, or billed to nobody. */
export const HOLD_REASONS: Words = {
  no_end: msg`Its end is not known`,
  times_out_of_order: msg`It ends before it begins`,
  implausible_baseline: msg`The register at its start does not fit its readings`,
  register_went_back: msg`The register went back`,
  stop_below_start: msg`The register at its end is below that at its start`,
  more_than_rated_power: msg`More energy than the charger’s rated power allows`,
  no_contact: msg`Nothing was heard of the charger for days`,
  no_payer: msg`Nobody is known who pays`,
  no_tariff: msg`It has no tariff`,
  refused_tag: msg`Its tag was refused`,
  other_currency: msg`Its tariff is in another currency`,
};

/** Why a transaction ended: OCPP 1.6 §7.36, and our own words. */
export const STOP_REASONS: Words = {
  DeAuthorized: msg`Tag refused`,
  EmergencyStop: msg`Emergency stop`,
  EVDisconnected: msg`Vehicle unplugged`,
  HardReset: msg`Hard reset`,
  Local: msg`Ended at the charger`,
  Other: msg`Another reason`,
  PowerLoss: msg`Loss of power`,
  Reboot: msg`Restart of the charger`,
  Remote: msg`Ended from afar`,
  SoftReset: msg`Soft reset`,
  UnlockCommand: msg`Connector unlocked`,
  Reconciled: msg`Closed here`,
  Superseded: msg`Another one began`,
};

/** What the charger was told of a tag: OCPP 1.6 §7.2. */
export const TAG_STATUSES: Words = {
  Accepted: msg`accepted`,
  Blocked: msg`blocked`,
  Expired: msg`expired`,
  Invalid: msg`not known`,
  ConcurrentTx: msg`charging elsewhere`,
};

/** Who ended a transaction. */
export const CLOSERS: Words = {
  charger: msg`By the charger`,
  csms: msg`By this system`,
};

/** What a line of a price is for. */
export const PRICE_LINES: Words = {
  energy: msg`Energy`,
  time: msg`Time`,
  idle: msg`Blocking`,
  "session-fee": msg`Per session`,
  minimum: msg`Up to the minimum`,
  maximum: msg`Down to the maximum`,
  tax: msg`Tax`,
};
