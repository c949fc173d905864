import { useLingui } from "@lingui/react/macro";

/** Why a session ended without a charge. reason: the stable word of the API. */
export function useFailureText(): (reason: string | null) => string {
  const { t } = useLingui();
  return (reason) => {
    switch (reason) {
      case "cancelled":
        return t`You cancelled it before it began.`;
      case "no_start":
        return t`No car was plugged in in time.`;
      case "command_rejected":
        return t`The charger said no. It may be reserved, busy or locked.`;
      case "command_timed_out":
      case "command_in_doubt":
        return t`The charger did not answer.`;
      case "command_offline":
      case "command_expired":
      case "not_sent":
        return t`The charger could not be reached.`;
      default:
        return t`The charger could not start.`;
    }
  };
}
