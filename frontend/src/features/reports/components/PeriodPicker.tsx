import { useLingui } from "@lingui/react/macro";
import { type ChangeEvent, useState } from "react";
import { FilterBar } from "#/shared/operator/FilterBar";
import { dayFilter, wordFilter } from "#/shared/operator/search";
import { Field, Input, Select } from "#/shared/ui/Field";
import {
  type Days,
  daysOf,
  MOST_DAYS,
  PERIODS,
  type Period,
  periodOf,
  validDays,
} from "../api/days";

interface Props {
  days: Days;
  onDays: (days: Days) => void;
}

/** A usual period, or any days up to a year. */
export function PeriodPicker({ days, onDays }: Props) {
  const { t } = useLingui();
  const today = new Date();
  const names: Record<Period, string> = {
    "last-7": t`Last 7 days`,
    "last-30": t`Last 30 days`,
    "this-month": t`This month`,
    "last-month": t`Last month`,
    "this-quarter": t`This quarter`,
    "this-year": t`This year`,
  };
  const choose = (event: ChangeEvent<HTMLSelectElement>) => {
    const period = wordFilter(PERIODS, event.target.value);
    if (period) onDays(daysOf(period, today));
  };
  return (
    <FilterBar>
      <Field label={t`Period`}>
        <Select value={periodOf(days, today) ?? ""} onChange={choose}>
          <option value="">{t`Own days`}</option>
          {PERIODS.map((period) => (
            <option key={period} value={period}>
              {names[period]}
            </option>
          ))}
        </Select>
      </Field>
      <OwnDays days={days} onDays={onDays} />
    </FilterBar>
  );
}

/** Two days; what is typed counts once it is a period that a report can have. */
function OwnDays({ days, onDays }: Props) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(days);
  const [shown, setShown] = useState(days);
  // A period chosen beside them, or the way back of the browser, changes them from outside.
  if (shown.first !== days.first || shown.last !== days.last) {
    setShown(days);
    setTyped(days);
  }
  const change = (part: Partial<Days>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    const valid = validDays(dayFilter(next.first), dayFilter(next.last));
    if (valid) onDays(valid);
  };
  const first = dayFilter(typed.first);
  const last = dayFilter(typed.last);
  const isWrong = first !== undefined && last !== undefined && !validDays(first, last);
  return (
    <>
      <Field label={t`First day`}>
        <Input
          type="date"
          required
          value={typed.first}
          onChange={(event) => change({ first: event.target.value })}
        />
      </Field>
      <Field
        label={t`Last day`}
        error={isWrong ? t`After the first day, and at most ${MOST_DAYS} days in all.` : null}
      >
        <Input
          type="date"
          required
          value={typed.last}
          onChange={(event) => change({ last: event.target.value })}
        />
      </Field>
    </>
  );
}
