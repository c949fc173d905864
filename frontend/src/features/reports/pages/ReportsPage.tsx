import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Section } from "#/shared/ui/Card";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { SkeletonRows } from "#/shared/ui/Skeleton";
import type { Days } from "../api/days";
import { networkQuery, stationSumsQuery } from "../api/reports";
import { CsvButton } from "../components/CsvButton";
import { ReportView } from "../components/ReportView";
import { SumTable } from "../components/SumTable";

interface Props {
  days: Days;
  onDays: (days: Days) => void;
}

/** What the whole network billed, and each of its stations. */
export function ReportsPage({ days, onDays }: Props) {
  const { t } = useLingui();
  const query = useQuery({ ...networkQuery(days), placeholderData: keepPreviousData });
  return (
    <>
      <PageHeader
        title={t`Reports`}
        lead={
          <Trans>
            Energy and money of all stations, each day by its station’s own clock. A station has a
            report of its own, and so have its chargers and every user.
          </Trans>
        }
      />
      <ReportView query={query} days={days} onDays={onDays} file="network">
        {() => <Stations days={days} />}
      </ReportView>
    </>
  );
}

function Stations({ days }: { days: Days }) {
  const { t } = useLingui();
  const query = useQuery({ ...stationSumsQuery(days), placeholderData: keepPreviousData });
  const stations = query.data?.toSorted((one, other) => other.revenue_minor - one.revenue_minor);
  return (
    <Section
      title={t`By station`}
      flush
      actions={
        <CsvButton
          name={`stations-${days.first}-${days.last}`}
          columns={["station_id", "name"]}
          cells={(one) => [one.station_id, one.name]}
          rows={stations ?? []}
        />
      }
    >
      <QueryView query={{ ...query, data: stations }} skeleton={<SkeletonRows className="h-12" />}>
        {(rows) => (
          <SumTable
            caption={t`By station`}
            of={t`Station`}
            rows={rows}
            keyOf={(one) => one.station_id}
            name={(one) => (
              <Link
                to="/admin/reports/stations/$stationId"
                params={{ stationId: one.station_id }}
                search={days}
                className="font-medium text-brand-ink underline-offset-4 hover:underline"
              >
                {one.name}
              </Link>
            )}
          />
        )}
      </QueryView>
    </Section>
  );
}
