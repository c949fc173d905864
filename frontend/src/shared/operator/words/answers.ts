import { msg } from "@lingui/core/macro";
import type { Words } from "#/shared/i18n/words";

/** What a charger answers to a command. */
export const ANSWERS: Words = {
  Accepted: msg`accepted`,
  Rejected: msg`rejected`,
  RebootRequired: msg`accepted, after a restart`,
  NotSupported: msg`not supported`,
  NotImplemented: msg`not implemented`,
  Scheduled: msg`accepted, when nobody charges`,
  Unlocked: msg`unlocked`,
  UnlockFailed: msg`could not unlock`,
  Faulted: msg`faulted`,
  Occupied: msg`occupied`,
  Unavailable: msg`out of service`,
  Failed: msg`failed`,
  VersionMismatch: msg`another version expected`,
  Unknown: msg`not known`,
  UnknownVendorId: msg`vendor not known`,
  UnknownMessageId: msg`message not known`,
  NotFound: msg`not found`,
};
