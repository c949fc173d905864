import { Trans, useLingui } from "@lingui/react/macro";
import { useFormat } from "#/shared/lib/useFormat";
import { RowsSection } from "#/shared/operator/RowsSection";
import { MILLIONTHS } from "#/shared/operator/units";
import { Field, Input } from "#/shared/ui/Field";
import { Icon } from "#/shared/ui/Icon";
import { IconButton } from "#/shared/ui/IconButton";
import type { Window } from "../api/tariffs";

interface Props {
  windows: Window[];
  onChange: (windows: Window[]) => void;
  /** What is wrong with a field of the tariff. */
  wrong: (name: string) => string | null;
}

/** The fields of a window that mistakes can stand at, as the body has them. */
const FIELDS = [
  "name",
  "begins",
  "ends",
  "energy_rate_micro_per_kwh",
  "minute_rate_micro",
] as const;

function nameIn(index: number, field: (typeof FIELDS)[number]): string {
  return `windows.${index}.${field}`;
}

export function namesIn(index: number): string[] {
  return FIELDS.map((field) => nameIn(index, field));
}

// The first of January 2024 was a Monday.
const WEEK = Array.from({ length: 7 }, (_, day) => ({
  day,
  date: new Date(Date.UTC(2024, 0, 1 + day)),
}));
const NEW: Window = {
  name: "",
  weekdays: [0, 1, 2, 3, 4, 5, 6],
  begins: "22:00",
  ends: "06:00",
  energy_rate_micro_per_kwh: 0,
  minute_rate_micro: 0,
};

/** Other prices at certain hours; the first window that fits counts. */
export function WindowsEditor({ windows, onChange, wrong }: Props) {
  const { t } = useLingui();
  const change = (index: number, part: Partial<Window>) =>
    onChange(windows.map((window, at) => (at === index ? { ...window, ...part } : window)));
  return (
    <RowsSection
      title={t`Other prices at certain hours`}
      add={<Trans>Add hours</Trans>}
      onAdd={() => onChange([...windows, NEW])}
      error={wrong("windows")}
    >
      {windows.length === 0 ? (
        <p className="text-muted">
          <Trans>
            The same price at every hour. Add hours for night or weekend prices, by the station’s
            clock.
          </Trans>
        </p>
      ) : (
        <ul className="grid gap-5 divide-y divide-line">
          {windows.map((window, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: windows have no identity but their place.
              key={index}
              className="grid items-end gap-3 pb-5 last:pb-0 sm:grid-cols-2 lg:grid-cols-[1fr_7rem_7rem_9rem_9rem_auto]"
            >
              <Field label={t`Name`} error={wrong(nameIn(index, "name"))}>
                <Input
                  required
                  maxLength={120}
                  value={window.name}
                  onChange={(event) => change(index, { name: event.target.value })}
                />
              </Field>
              <Field label={t`From`} error={wrong(nameIn(index, "begins"))}>
                <Input
                  type="time"
                  required
                  value={window.begins}
                  onChange={(event) => change(index, { begins: event.target.value })}
                />
              </Field>
              <Field label={t`To`} error={wrong(nameIn(index, "ends"))}>
                <Input
                  type="time"
                  required
                  value={window.ends}
                  onChange={(event) => change(index, { ends: event.target.value })}
                />
              </Field>
              <RateField
                label={t`Per kWh`}
                value={window.energy_rate_micro_per_kwh}
                error={wrong(nameIn(index, "energy_rate_micro_per_kwh"))}
                onChange={(value) => change(index, { energy_rate_micro_per_kwh: value })}
              />
              <RateField
                label={t`Per minute`}
                value={window.minute_rate_micro ?? 0}
                error={wrong(nameIn(index, "minute_rate_micro"))}
                onChange={(value) => change(index, { minute_rate_micro: value })}
              />
              <IconButton
                label={t`Remove ${window.name}`}
                onClick={() => onChange(windows.filter((_, at) => at !== index))}
              >
                <Icon name="trash" className="size-4" />
              </IconButton>
              <Weekdays
                chosen={window.weekdays}
                onChange={(weekdays) => change(index, { weekdays })}
              />
            </li>
          ))}
        </ul>
      )}
    </RowsSection>
  );
}

interface RateProps {
  label: string;
  value: number;
  error: string | null;
  onChange: (value: number) => void;
}

function RateField({ label, value, error, onChange }: RateProps) {
  const format = useFormat();
  return (
    <Field label={label} error={error}>
      <Input
        inputMode="decimal"
        required
        pattern="\d+([.,]\d{1,6})?"
        defaultValue={format.decimal(MILLIONTHS.write(value))}
        onChange={(event) => {
          const rate = MILLIONTHS.read(event.target.value);
          if (rate !== null) onChange(rate);
        }}
      />
    </Field>
  );
}

function Weekdays({
  chosen,
  onChange,
}: {
  chosen: number[];
  onChange: (chosen: number[]) => void;
}) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <fieldset className="flex flex-wrap gap-x-4 sm:col-span-2 lg:col-span-6">
      <legend className="sr-only">{t`Days`}</legend>
      {WEEK.map(({ day, date }) => (
        <label key={day} className="flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            className="size-5 accent-brand"
            checked={chosen.includes(day)}
            onChange={() =>
              onChange(
                chosen.includes(day)
                  ? chosen.filter((one) => one !== day)
                  : [...chosen, day].sort(),
              )
            }
          />
          {format.weekday(date)}
        </label>
      ))}
    </fieldset>
  );
}
