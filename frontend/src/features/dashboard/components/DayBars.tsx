import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#/shared/lib/useFormat";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import type { Day } from "../api/summary";

/** At most so many days have their name below the bar; of more, every fifth. */
const MOST_NAMES = 7;
const NAME_EVERY = 5;
const LEAST_WH = 1000;

/** Energy per day as bars, and the same as a table. */
export function DayBars({ days }: { days: Day[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const top = roundUp(Math.max(...days.map((day) => day.energy_wh), LEAST_WH));
  const isNamed = (index: number) =>
    days.length <= MOST_NAMES || (days.length - 1 - index) % NAME_EVERY === 0;
  return (
    <>
      <div aria-hidden className="text-xs text-muted tabular">
        <div className="relative h-44">
          {[1, 0.5, 0].map((share) => (
            <div
              key={share}
              className="absolute inset-x-0 border-t border-line"
              style={{ top: `${(1 - share) * 100}%` }}
            >
              {share > 0 ? <span>{format.energy(top * share)}</span> : null}
            </div>
          ))}
          <div className="absolute inset-y-0 right-0 left-18 flex items-end gap-1 sm:gap-2">
            {days.map((day) => (
              <div
                key={day.day}
                className="flex h-full min-w-0 flex-1 items-end justify-center hover:bg-sunken/70"
                title={`${format.date(day.day, "UTC")}: ${format.energy(day.energy_wh)}`}
              >
                <div
                  className="w-full max-w-14 rounded-t-[0.25rem] bg-(--c-chart-1)"
                  style={{ height: `${(day.energy_wh / top) * 100}%` }}
                />
              </div>
            ))}
          </div>
        </div>
        <div className="mt-1.5 ml-18 flex gap-1 sm:gap-2">
          {days.map((day, index) => (
            <span key={day.day} className="relative h-4 min-w-0 flex-1">
              {isNamed(index) ? (
                <span className="absolute left-1/2 -translate-x-1/2 whitespace-nowrap max-sm:text-[0.625rem]">
                  {format.day(day.day)}
                </span>
              ) : null}
            </span>
          ))}
        </div>
      </div>
      <details>
        <summary className="min-h-11 py-2.5 text-sm font-medium">{t`As a table`}</summary>
        <Table
          caption={t`Energy per day`}
          head={
            <>
              <Th>{t`Day`}</Th>
              <Th className="text-right">{t`Energy`}</Th>
              <Th className="text-right">{t`Sessions`}</Th>
              <Th className="text-right">{t`Revenue`}</Th>
            </>
          }
        >
          {days.map((day) => (
            <Tr key={day.day}>
              <Td>{format.date(day.day, "UTC")}</Td>
              <Td numeric>{format.energy(day.energy_wh)}</Td>
              <Td numeric>{format.number(day.sessions)}</Td>
              <Td numeric>{format.money(day.revenue_minor, day.currency)}</Td>
            </Tr>
          ))}
        </Table>
      </details>
    </>
  );
}

/** The next of 1, 2 or 5 times a power of ten. */
function roundUp(energyWh: number): number {
  const power = 10 ** Math.floor(Math.log10(energyWh));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= energyWh) ?? 10;
  return step * power;
}
