import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#/shared/lib/useFormat";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import type { Day } from "../api/summary";

/** Energy per day as bars, and the same as a table. */
export function DayBars({ days }: { days: Day[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const most = Math.max(...days.map((day) => day.energy_wh), 1);
  return (
    <>
      <div aria-hidden className="flex h-44 items-end gap-1 sm:gap-1.5">
        {days.map((day) => (
          <div
            key={day.day}
            className="group relative flex h-full min-w-0 flex-1 items-end rounded-t-md bg-sunken/60"
            title={`${format.date(day.day, "UTC")}: ${format.energy(day.energy_wh)}`}
          >
            <div
              className="min-h-0.5 w-full rounded-t-md bg-(--c-chart-1) transition-[height] group-hover:opacity-80"
              style={{ height: `${(day.energy_wh / most) * 100}%` }}
            />
          </div>
        ))}
      </div>
      <div aria-hidden className="mt-1.5 flex justify-between text-xs text-muted tabular">
        <span>{days[0] ? format.date(days[0].day, "UTC") : null}</span>
        <span>{days.length > 1 ? format.date(days[days.length - 1]?.day ?? "", "UTC") : null}</span>
      </div>
      <details className="mt-3">
        <summary className="min-h-11 py-2 text-sm font-medium">{t`As a table`}</summary>
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
