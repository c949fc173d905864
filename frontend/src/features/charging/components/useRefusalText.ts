import { useLingui } from "@lingui/react/macro";
import { ApiError } from "#/shared/api/problem";
import { useErrorText } from "#/shared/ui/ErrorState";

/** Why a start was refused at once, in a driver's words. */
export function useRefusalText(): (error: unknown) => string {
  const { t } = useLingui();
  const errorText = useErrorText();
  return (error) => {
    switch (error instanceof ApiError ? error.problem.reason : null) {
      case "insufficient_funds":
        return t`Your balance is too low to start here.`;
      case "offline":
        return t`The charger is not in contact. Please use another one.`;
      default:
        return errorText(error);
    }
  };
}

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
