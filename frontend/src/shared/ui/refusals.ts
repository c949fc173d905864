import { msg } from "@lingui/core/macro";
import { createContext } from "react";
import type { Words } from "#/shared/i18n/words";

/** Why rules refuse a driver, by the API's reason. */
export const REFUSALS = {
  insufficient_funds: msg`The balance is too low for this.`,
  open_bill: msg`A bill is still open: it has to be paid first.`,
  "charger-disabled": msg`This charger is out of service. Please use another one.`,
  "charger-pending": msg`This charger is not in operation yet. Please use another one.`,
  deactivated: msg`This account is not active. Ask your operator.`,
  role: msg`This is for operators.`,
  "session-over": msg`This charging session is over: there is nothing to stop.`,
  not_running: msg`The transaction does not run any more.`,
  not_billed: msg`This transaction has no bill yet.`,
  cards_off: msg`Payment cards are not set up here.`,
} satisfies Words;

/** The refusals that the area in use can tell; operators have more of them. */
export const RefusalWords = createContext<Words>(REFUSALS);
