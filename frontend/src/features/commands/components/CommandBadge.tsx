import { useLingui } from "@lingui/react/macro";
import { useWord } from "#/shared/i18n/words";
import { ANSWERS } from "#/shared/operator/words/answers";
import { Badge, type Tone } from "#/shared/ui/Badge";
import type { Command, CommandState } from "../api/commands";

const TONES: Record<CommandState, Tone> = {
  queued: "idle",
  sent: "busy",
  in_doubt: "warn",
  accepted: "good",
  rejected: "bad",
  not_supported: "bad",
  error: "bad",
  timed_out: "warn",
  expired: "warn",
  superseded: "idle",
  offline: "warn",
};

export function CommandBadge({ state }: { state: CommandState }) {
  const { t } = useLingui();
  const names: Record<CommandState, string> = {
    queued: t`Queued`,
    sent: t`Sent`,
    in_doubt: t`In doubt`,
    accepted: t`Accepted`,
    rejected: t`Rejected`,
    not_supported: t`Not supported`,
    error: t`Error`,
    timed_out: t`No answer`,
    expired: t`Expired`,
    superseded: t`Replaced`,
    offline: t`Not connected`,
  };
  return <Badge tone={TONES[state]}>{names[state]}</Badge>;
}

/** What became of a command, in words: who said no, and what was never sent. */
export function useCommandStory(): (command: Command) => string {
  const { t } = useLingui();
  const word = useWord();
  return ({ state, outcome, answer }) => {
    const said = word(ANSWERS, outcome ?? "");
    const detail = typeof answer?.description === "string" ? answer.description : "";
    const stories: Record<CommandState, string> = {
      queued: t`Waits here until the charger connects and is free.`,
      sent: t`The charger has it and has not answered yet.`,
      in_doubt: t`The connection broke: it may or may not have been carried out.`,
      accepted: t`The charger said ${said}.`,
      rejected: t`The charger refused: ${said}.`,
      not_supported: t`The charger does not know this: ${said}.`,
      error: t`The charger answered with an error: ${said} ${detail}`,
      timed_out: t`The charger did not answer in time.`,
      expired: t`Never sent: the charger did not connect in time.`,
      superseded: t`Never sent: a newer one took its place.`,
      offline: t`Never sent: the charger was not connected.`,
    };
    return stories[state];
  };
}
