import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useErrorText } from "#/shared/ui/ErrorState";
import { toast } from "#/shared/ui/toast";
import { stopSession } from "./sessions";

/** Stops or cancels a session; shows what the charger answered. Never optimistic. */
export function useStop(userId: string, sessionId: string) {
  const { t } = useLingui();
  const client = useQueryClient();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: () => stopSession(userId, sessionId),
    onSuccess: ({ command_state: state }) => {
      if (state === "rejected" || state === "error" || state === "not_supported") {
        toast("bad", t`The charger refused to stop. Unplug at the car, or call the operator.`);
      } else if (state === "timed_out" || state === "offline" || state === "in_doubt") {
        toast("bad", t`The charger has not answered yet. It stops as soon as it does.`);
      }
    },
    onError: (error) => toast("bad", errorText(error)),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["session", userId, sessionId] }),
        client.invalidateQueries({ queryKey: ["sessions", userId] }),
      ]),
  });
}
