import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { ConnectionBadge } from "./ConnectionBadge";
import type { Charger } from "./chargers";
import { StationSelect } from "./StationSelect";

interface Props {
  chargers: Charger[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

export function ChargerChoice({ chargers, chosen, onChoose }: Props) {
  const { t } = useLingui();
  const [station, setStation] = useState("");
  const shown = chargers.filter((one) => station === "" || one.station_id === station);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  const count = chosen.size;
  return (
    <Section
      flush
      title={t`Chargers (${count} chosen)`}
      actions={
        <>
          <StationSelect
            aria-label={t`Station`}
            none={t`All stations`}
            className="max-w-48"
            value={station}
            onChange={(event) => setStation(event.target.value)}
          />
          <Button
            size="small"
            onClick={() => onChoose(new Set([...chosen, ...shown.map((one) => one.charger_id)]))}
          >
            {t`Choose all`}
          </Button>
          <Button size="small" disabled={count === 0} onClick={() => onChoose(new Set())}>
            {t`Choose none`}
          </Button>
        </>
      }
    >
      {shown.length === 0 ? (
        <EmptyState title={t`No chargers here`}>{t`Choose another station.`}</EmptyState>
      ) : (
        <ul className="max-h-80 divide-y divide-line overflow-y-auto">
          {shown.map((charger) => (
            <li key={charger.charger_id}>
              <label className="flex min-h-11 cursor-pointer items-center gap-3 px-4 py-1.5 hover:bg-sunken/50">
                <input
                  type="checkbox"
                  className="size-5 shrink-0 accent-brand"
                  checked={chosen.has(charger.charger_id)}
                  onChange={() => toggle(charger.charger_id)}
                />
                <span className="min-w-0 flex-1 font-medium">{charger.name}</span>
                <ConnectionBadge charger={charger} />
              </label>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
