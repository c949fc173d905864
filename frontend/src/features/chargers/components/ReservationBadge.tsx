import { useLingui } from "@lingui/react/macro";
import type { AdminSchema } from "#/shared/api/admin";
import { Badge, type Tone } from "#/shared/ui/Badge";

type State = AdminSchema<"ReservationState">;

const TONES: Record<State, Tone> = {
  requested: "busy",
  active: "good",
  refused: "bad",
  used: "brand",
  expired: "idle",
  cancelled: "idle",
  ended: "idle",
};

export function ReservationBadge({ state }: { state: State }) {
  const { t } = useLingui();
  const names: Record<State, string> = {
    requested: t`Requested`,
    active: t`Active`,
    refused: t`Refused`,
    used: t`Used`,
    expired: t`Expired`,
    cancelled: t`Cancelled`,
    ended: t`Ended`,
  };
  return <Badge tone={TONES[state]}>{names[state]}</Badge>;
}
