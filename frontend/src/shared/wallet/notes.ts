import { msg } from "@lingui/core/macro";
import type { Words } from "#/shared/i18n/words";

/** Why a bill was corrected, where the system says so itself and not an operator. */
export const CORRECTION_NOTES: Words = {
  "true end after our own close": msg`The charger told the true end later`,
  "readings that came after the bill": msg`Readings came after the bill`,
};
