import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type LinkProps, Outlet } from "@tanstack/react-router";
import { Freshness } from "#/shared/live/Freshness";
import { Ago } from "#/shared/operator/Ago";
import { BackLink } from "#/shared/operator/BackLink";
import { ConnectionBadge } from "#/shared/operator/ConnectionBadge";
import { chargerQuery } from "#/shared/operator/chargers";
import { useStationNames } from "#/shared/operator/stations";
import { Badge } from "#/shared/ui/Badge";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { TabLinks } from "#/shared/ui/Tabs";
import { ChargerActions } from "../components/ChargerActions";

/** What all pages of a charger share: its name, state, deeds and tabs. */
export function ChargerLayout({ chargerId }: { chargerId: string }) {
  const { t } = useLingui();
  const query = useQuery(chargerQuery(chargerId));
  const stationName = useStationNames();
  const tab = (label: string, to: LinkProps["to"]) => ({
    label,
    link: { to, params: { chargerId } },
  });
  return (
    <QueryView query={query}>
      {(charger) => (
        <>
          <PageHeader
            title={charger.name}
            above={
              <BackLink to="/admin/chargers">
                <Trans>Chargers</Trans>
              </BackLink>
            }
            lead={
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <ConnectionBadge charger={charger} />
                {charger.availability === "Inoperative" ? <Badge>{t`Out of service`}</Badge> : null}
                {charger.last_seen_at ? (
                  <span>
                    <Trans>
                      heard from <Ago at={charger.last_seen_at} />
                    </Trans>
                  </span>
                ) : null}
                <span>{stationName(charger.station_id)}</span>
                <Freshness updatedAt={query.dataUpdatedAt} />
              </span>
            }
            actions={<ChargerActions charger={charger} />}
          />
          <TabLinks
            label={t`Charger`}
            tabs={[
              tab(t`Overview`, "/admin/chargers/$chargerId"),
              tab(t`Commands`, "/admin/chargers/$chargerId/commands"),
              tab(t`Configuration`, "/admin/chargers/$chargerId/configuration"),
              tab(t`Messages`, "/admin/chargers/$chargerId/messages"),
              tab(t`Sessions`, "/admin/chargers/$chargerId/sessions"),
              tab(t`Report`, "/admin/chargers/$chargerId/report"),
              tab(t`Profiles and lists`, "/admin/chargers/$chargerId/plans"),
              tab(t`Firmware and diagnostics`, "/admin/chargers/$chargerId/uploads"),
              tab(t`Findings`, "/admin/chargers/$chargerId/findings"),
              tab(t`Security`, "/admin/chargers/$chargerId/security"),
            ]}
          />
          <Outlet />
        </>
      )}
    </QueryView>
  );
}
