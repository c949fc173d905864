import { useLingui } from "@lingui/react/macro";
import { Bars } from "#/shared/charts/Bars";
import { useFormat } from "#/shared/lib/useFormat";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import type { Day } from "../api/summary";

const LEAST_WH = 1000;

/** Energy per day as bars, and the same as a table. */
export function DayBars({ days }: { days: Day[] }) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <>
      <Bars
        bars={days.map((day) => ({
          key: day.day,
          value: day.energy_wh,
          name: format.date(day.day, "UTC"),
          shortName: format.day(day.day),
        }))}
        least={LEAST_WH}
        text={format.energy}
        label={t`Energy per day`}
        colour="--c-chart-1"
      />
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
