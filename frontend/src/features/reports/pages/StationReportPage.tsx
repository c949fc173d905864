import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BackLink } from "#/shared/operator/BackLink";
import { stationQuery } from "#/shared/operator/stations";
import { ButtonLink } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { Icon } from "#/shared/ui/Icon";
import { PageHeader } from "#/shared/ui/PageHeader";
import type { Days } from "../api/days";
import { type ChargerSums, stationReportQuery } from "../api/reports";
import { CsvButton } from "../components/CsvButton";
import { ReportView } from "../components/ReportView";
import { SumTable } from "../components/SumTable";

interface Props {
  stationId: string;
  days: Days;
  onDays: (days: Days) => void;
}

/** What a station billed, and each of its chargers. */
export function StationReportPage({ stationId, days, onDays }: Props) {
  const { t } = useLingui();
  const station = useQuery(stationQuery(stationId)).data;
  const query = useQuery({
    ...stationReportQuery(stationId, days),
    placeholderData: keepPreviousData,
  });
  const name = station?.name ?? stationId;
  return (
    <>
      <PageHeader
        title={t`Report: ${name}`}
        above={
          <BackLink to="/admin/reports" search={days}>
            <Trans>Reports</Trans>
          </BackLink>
        }
        actions={
          <ButtonLink
            to="/admin/stations/$stationId"
            params={{ stationId }}
            icon={<Icon name="building-complex" className="size-4" />}
          >
            <Trans>To the station</Trans>
          </ButtonLink>
        }
      />
      <ReportView query={query} days={days} onDays={onDays} file={`station-${stationId}`}>
        {(report) => <Chargers chargers={report.chargers} days={days} stationId={stationId} />}
      </ReportView>
    </>
  );
}

function Chargers({
  chargers,
  days,
  stationId,
}: {
  chargers: ChargerSums[];
  days: Days;
  stationId: string;
}) {
  const { t } = useLingui();
  return (
    <Section
      title={t`By charger`}
      flush
      actions={
        <CsvButton
          name={`station-${stationId}-chargers-${days.first}-${days.last}`}
          columns={["charger_id"]}
          cells={(one) => [one.charger_id]}
          rows={chargers}
        />
      }
    >
      <SumTable
        caption={t`By charger`}
        of={t`Charger`}
        rows={chargers}
        keyOf={(one) => one.charger_id}
        name={(one) => (
          <Link
            to="/admin/chargers/$chargerId/report"
            params={{ chargerId: one.charger_id }}
            search={days}
            className="font-medium text-brand-ink underline-offset-4 hover:underline"
          >
            {one.charger_id}
          </Link>
        )}
      />
    </Section>
  );
}
