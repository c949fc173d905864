import { msg } from "@lingui/core/macro";
import type { Sentence } from "../sentences";

const UTC = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d`;

/** What happens to a transaction, beside what its own fields tell. */
export const EVENTS: readonly Sentence[] = [
  {
    pattern: new RegExp(`^Closed at its last reading after (?<due_utc>${UTC}) UTC`),
    text: msg({ message: "Closed at its last reading after {due_utc}, unless readings come" }),
  },
  {
    pattern: /^The charger booted: it may have ended$/,
    text: msg`The charger restarted: it may have ended`,
  },
  {
    pattern: /^The connector reports that nothing charges: it may have ended$/,
    text: msg`The connector reports that nothing charges: it may have ended`,
  },
  {
    pattern: /^Readings prove that it went on$/,
    text: msg`Readings prove that it went on`,
  },
  {
    pattern: /^The connector reports that it charges$/,
    text: msg`The connector reports that it charges`,
  },
  {
    pattern: /^Nothing was heard of the charger for (?<days>\d+) days/,
    text: msg({
      message:
        "{days, plural, one {Nothing was heard of the charger for # day: decide about it} other {Nothing was heard of the charger for # days: decide about it}}",
    }),
  },
  {
    pattern: /^Transaction (?<other>\d+) began on the same connector$/,
    text: msg({ message: "Transaction {other} began on the same connector" }),
  },
  {
    pattern: /^The charger told the true end, /,
    text: msg`The charger told the true end later`,
  },
  {
    pattern: /^The Stop named no transaction of this charger; this one alone fits$/,
    text: msg`The charger’s stop named no transaction; only this one fits`,
  },
  {
    pattern: /^Tag (?<tag>.+) ended it, which is not of its group$/,
    text: msg({ message: "Tag {tag} ended it, which is not of its group" }),
  },
  {
    pattern: /^Stop asked: (?<money>.+) used, no more there$/,
    text: msg({ message: "Asked to stop: {money} are used, and the wallet has no more" }),
  },
  {
    pattern: /^Refunded (?<amount_minor>\d+) minor units: (?<reason>.*)$/s,
    text: msg({ message: "Refunded {amount_minor}: {reason}" }),
  },
  {
    pattern: new RegExp(
      "^Corrected .*: (?<after_minor>-?\\d+) minor units of (?<currency>[A-Z]{3})" +
        " for (?<after_wh>\\d+) Wh instead of (?<before_minor>-?\\d+) for (?<before_wh>\\d+) Wh",
    ),
    text: msg({
      message: "Corrected: {after_minor} for {after_wh}, before {before_minor} for {before_wh}",
    }),
  },
  {
    pattern: /^Billed as is: (?<reason>.*)$/s,
    text: msg({ message: "Billed as it is: {reason}" }),
  },
  {
    pattern: /^Energy set: (?<reason>.*)$/s,
    text: msg({ message: "Energy corrected: {reason}" }),
  },
  {
    pattern: /^Cancelled: (?<reason>.*)$/s,
    text: msg({ message: "Cancelled: {reason}" }),
  },
  {
    pattern: /^Payer assigned: (?<reason>.*)$/s,
    text: msg({ message: "Payer named: {reason}" }),
  },
];

/** Why a bill could not be made, as it was last tried. */
export const BILLING_ERRORS: readonly Sentence[] = [
  {
    pattern: /^insufficient funds: (?<due>.+) due, (?<balance>.+) in the wallet$/,
    text: msg({ message: "The wallet has too little: {due} due, {balance} there" }),
  },
  {
    pattern: /^defect: /,
    text: msg`The bill was refused: this is a defect, tell who runs this system`,
  },
];

/** Why a message is set aside for review. */
export const REVIEW_REASONS: readonly Sentence[] = [
  {
    pattern: /^Earlier than transaction (?<other>\d+) on the same connector$/,
    text: msg({ message: "Earlier than transaction {other} on the same connector" }),
  },
  {
    pattern: new RegExp(
      `^No transaction of this charger, or several, can have ended at (?<at_utc>${UTC}) UTC$`,
    ),
    text: msg({ message: "No transaction of this charger, or several, can have ended {at_utc}" }),
  },
];

/** Where something unknown turned up. */
export const PLACES_SEEN: readonly Sentence[] = [
  {
    pattern: /^(?<sent>.+) at (?<charger>\S.*)$/,
    text: msg({ message: "{sent} at charger {charger}" }),
  },
  {
    pattern: /^(?<sent>.+) from (?<address>\S+)$/,
    text: msg({ message: "{sent} from {address}" }),
  },
];
