import { msg } from "@lingui/core/macro";
import type { Words } from "#/shared/i18n/words";
import { REFUSALS } from "#/shared/ui/refusals";

/** Why rules refuse an operator, by the API's reason, each with what to do. */
export const OPERATOR_REFUSALS: Words = {
  ...REFUSALS,
  "changed-meanwhile": msg`Somebody else has changed this meanwhile. Load the page again.`,
  exists: msg`This exists already: choose another name or number.`,
  "charger-disabled": msg`This charger is disabled: enable it first.`,
  "charger-pending": msg`This charger is not approved yet: approve it first.`,
  "not-found": msg`This is not there any more.`,
  self: msg`Nobody keeps themselves out: let another operator do it.`,

  "read-only": msg`The charger does not let this value be changed.`,
  "secret-key": msg`The password is made here: rotate it under Password.`,
  "key-pending": msg`A new password is on its way already. Replace it at once to start over.`,
  "profile-not-higher": msg`A security profile is only ever raised.`,
  "cpo-name-missing": msg`Set CpoName in the charger’s configuration first.`,
  "chain-too-long": msg`The charger does not take a certificate chain as long as this.`,
  "too-many-keys": msg`The charger tells fewer keys at once: ask for fewer, or for all.`,
  "queue-full": msg`Too many commands wait for this charger already. Wait until some are answered.`,
  "ends-transaction": msg`A transaction runs there, and unlocking ends it: stop it first, or confirm.`,

  "connector-reserved": msg`Another reservation holds this connector: cancel it first.`,
  "connector-needed": msg`The charger reserves single connectors only: choose one.`,
  "list-too-long": msg`There are more tags than the charger can hold.`,
  "stack-level-too-high": msg`The charger does not know a stack level as high as this.`,
  "too-many-periods": msg`The charger does not take as many periods as this.`,
  "unit-not-offered": msg`The charger does not know this unit: choose the other one.`,

  "transfer-not-offered": msg`The charger does not know this kind of address. Give another one.`,
  "firmware-awaited": msg`The image of this firmware is not here yet: upload it first.`,
  "firmware-available": msg`The image of this firmware is here already.`,
  "firmware-damaged": msg`The image of this firmware is damaged: upload it again.`,
  "firmware-withdrawn": msg`This firmware was withdrawn.`,
  "firmware-in-use": msg`Chargers are installing this firmware. Confirm to withdraw it all the same.`,
  "firmware-of-another-model": msg`This firmware is for another model. Allow other models if it fits.`,

  transaction_running: msg`A transaction runs on this charger: stop it first.`,
  has_chargers: msg`The station still has chargers: move or delete them first.`,
  "tariff-just-chosen": msg`A station or a charger was given this tariff just now. Try again in a minute.`,
  tariff_in_use: msg`Stations or chargers still use this tariff: give them another first.`,
  tariff_ended: msg`This tariff has ended: choose another one.`,
  deleted: msg`This person has deleted their account.`,
  currency: msg`This is in another currency.`,

  insufficient_funds: msg`The wallet has too little for this: top it up first.`,
  not_billable: msg`This transaction has no bill to try again.`,
  more_than_paid: msg`That is more than was paid.`,
  not_held: msg`This transaction is not held any more.`,
  not_correctable: msg`The energy of this transaction cannot be changed in its state.`,
  not_cancellable: msg`This transaction cannot be cancelled in its state.`,
  not_unbilled: msg`This transaction has a payer already.`,
  too_many_rows: msg`There are more rows than one download holds: choose a shorter time, or write a file under Exports.`,
  not_theirs: msg`This is no payment of that person.`,
};
