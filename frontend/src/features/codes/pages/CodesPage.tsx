import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { BackLink } from "#/shared/operator/BackLink";
import { allChargersQuery, type Charger } from "#/shared/operator/chargers";
import { useStationNames } from "#/shared/operator/stations";
import { Button } from "#/shared/ui/Button";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { LogoMark } from "#/shared/ui/Logo";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { QrCode } from "../components/QrCode";

interface Props {
  /** The codes of one charger, of all at a station, or of all there are. */
  charger: string | undefined;
  station: string | undefined;
}

/** Labels to print, one for every connector; scanning one opens the connector's page. */
export function CodesPage({ charger, station }: Props) {
  const { t } = useLingui();
  const query = useQuery(allChargersQuery);
  return (
    <>
      <div className="print-hidden">
        <PageHeader
          title={t`QR codes`}
          lead={
            <Trans>Print, cut out, and put one on every connector. Drivers scan it to start.</Trans>
          }
          above={
            charger ? (
              <BackLink to="/admin/chargers/$chargerId" params={{ chargerId: charger }}>
                <Trans>Charger</Trans>
              </BackLink>
            ) : (
              <BackLink to="/admin/stations">
                <Trans>Stations</Trans>
              </BackLink>
            )
          }
          actions={
            <Button
              kind="primary"
              icon={<Icon name="printer" className="size-4" />}
              onClick={() => window.print()}
            >
              <Trans>Print</Trans>
            </Button>
          }
        />
      </div>
      <QueryView query={query}>
        {(all) => {
          const shown = all.filter(
            (one) =>
              (!charger || one.charger_id === charger) && (!station || one.station_id === station),
          );
          return shown.length === 0 ? (
            <EmptyState icon={<Icon name="qr-code" />} title={t`No connectors here`}>
              <Trans>Register a charger first.</Trans>
            </EmptyState>
          ) : (
            <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3 xl:grid-cols-4 print:grid-cols-3">
              {shown.flatMap((one) => labelsOf(one))}
            </ul>
          );
        }}
      </QueryView>
    </>
  );
}

function labelsOf(charger: Charger) {
  const connectors = Array.from({ length: charger.connector_count }, (_, index) => index + 1);
  return connectors.map((connector) => (
    <Label key={`${charger.charger_id} ${connector}`} charger={charger} connector={connector} />
  ));
}

function Label({ charger, connector }: { charger: Charger; connector: number }) {
  const { t } = useLingui();
  const stationName = useStationNames();
  const path = `/c/${encodeURIComponent(charger.charger_id)}/${connector}`;
  return (
    <li className="break-inside-avoid overflow-hidden rounded-card border border-line bg-surface p-3 text-center">
      <QrCode
        text={window.location.origin + path}
        label={t`Code of ${charger.name}, connector ${connector}`}
      />
      <div className="mt-2 flex items-center justify-center gap-2">
        <LogoMark className="size-5 shrink-0" />
        <p className="font-semibold">{charger.name}</p>
      </div>
      <p>
        <Trans>Connector {connector}</Trans>
      </p>
      <p className="font-mono text-sm break-all">{charger.charger_id}</p>
      <p className="text-xs text-muted">{stationName(charger.station_id)}</p>
    </li>
  );
}
