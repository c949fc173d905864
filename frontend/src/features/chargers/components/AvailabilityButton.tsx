import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ChargerDetail, chargerQuery } from "#/shared/operator/chargers";
import { Button } from "#/shared/ui/Button";
import { useErrorText } from "#/shared/ui/ErrorState";
import { toast } from "#/shared/ui/toast";
import { changeAvailability } from "../api/knowledge";

type Availability = ChargerDetail["availability"];

interface Props {
  chargerId: string;
  /** 0 is the whole charger. */
  connectorId: number;
  availability: Availability;
  /** The charger will follow once its transaction has ended. */
  isScheduled: boolean;
}

/** Takes a connector out of service or back: shown at once, taken back when the server refuses. */
export function AvailabilityButton({ chargerId, connectorId, availability, isScheduled }: Props) {
  const { t } = useLingui();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { queryKey } = chargerQuery(chargerId);
  const deed = useMutation({
    mutationFn: (wanted: Availability) => changeAvailability(chargerId, connectorId, wanted),
    onMutate: async (wanted) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      if (before) client.setQueryData(queryKey, withAvailability(before, connectorId, wanted));
      return before;
    },
    onSuccess: (command) => {
      if (command.state === "queued") toast("good", t`The charger gets this when it connects.`);
      if (command.state === "rejected") toast("bad", t`The charger refused.`);
    },
    onError: (error, _wanted, before) => {
      if (before) client.setQueryData(queryKey, before);
      toast("bad", errorText(error));
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  const isOut = availability === "Inoperative";
  const name = isOut ? t`Back into service` : t`Take out of service`;
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-2">
      {isScheduled ? <span className="text-xs text-muted">{t`After its transaction`}</span> : null}
      <Button
        size="small"
        disabled={deed.isPending}
        onClick={() => deed.mutate(isOut ? "Operative" : "Inoperative")}
        aria-label={connectorId === 0 ? undefined : t`${name}: connector ${connectorId}`}
      >
        {name}
      </Button>
    </span>
  );
}

function withAvailability(
  charger: ChargerDetail,
  connectorId: number,
  availability: Availability,
): ChargerDetail {
  if (connectorId === 0) return { ...charger, availability };
  return {
    ...charger,
    connectors: charger.connectors.map((one) =>
      one.connector_id === connectorId ? { ...one, availability } : one,
    ),
  };
}
