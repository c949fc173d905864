import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ChargerChoice } from "#/shared/operator/ChargerChoice";
import { allChargersQuery } from "#/shared/operator/chargers";
import { useDeed } from "#/shared/operator/useDeed";
import { Button } from "#/shared/ui/Button";
import { ConfirmDialog } from "#/shared/ui/ConfirmDialog";
import { useRefusal } from "#/shared/ui/ErrorState";
import { Checkbox } from "#/shared/ui/Field";
import { QueryView } from "#/shared/ui/QueryView";
import { type Firmware, installFirmware } from "../api/firmware";

/** Chooses chargers and asks them to install a firmware. */
export function InstallCard({ firmware }: { firmware: Firmware }) {
  const { t } = useLingui();
  const query = useQuery(allChargersQuery);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isForced, setForced] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const deed = useDeed({
    run: () => installFirmware(firmware, [...chosen], isForced),
    refresh: [["admin", "firmware", firmware.firmware_id, "chargers"]],
    onDone: () => {
      setAsking(false);
      setChosen(new Set());
    },
  });
  const refused = deed.data?.filter(({ command }) => command === null) ?? [];
  const why = useRefusal();
  const count = chosen.size;
  return (
    <QueryView query={query}>
      {(chargers) => (
        <div className="grid gap-3">
          <ChargerChoice chargers={chargers} chosen={chosen} onChoose={setChosen} />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <Checkbox
              label={t`Also on other models`}
              hint={t`Otherwise chargers that it is not made for refuse it.`}
              checked={isForced}
              onChange={(event) => setForced(event.target.checked)}
            />
            <Button kind="primary" disabled={count === 0} onClick={() => setAsking(true)}>
              <Trans>Install on {count}</Trans>
            </Button>
          </div>
          {refused.length === 0 ? null : (
            <ul role="status" className="grid gap-1 rounded-control bg-bad-soft px-3 py-2 text-bad">
              {refused.map(({ charger_id, charger_name, message, refused: reason }) => (
                <li key={charger_id}>
                  <span className="font-medium">{charger_name ?? charger_id}</span>{" "}
                  {why(reason, message)}
                </li>
              ))}
            </ul>
          )}
          <ConfirmDialog
            open={isAsking}
            danger={false}
            onClose={() => setAsking(false)}
            onConfirm={() => deed.mutate(undefined)}
            busy={deed.isPending}
            title={t`Install ${firmware.label}?`}
            confirm={t`Install`}
          >
            <Trans>
              A charger downloads the image, waits until nobody charges, and restarts. Some cannot
              go back to what they ran before.
            </Trans>
          </ConfirmDialog>
        </div>
      )}
    </QueryView>
  );
}
