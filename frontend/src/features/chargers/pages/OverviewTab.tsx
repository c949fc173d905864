import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "#/shared/lib/useFormat";
import { useStale } from "#/shared/live/Freshness";
import { Ago } from "#/shared/operator/Ago";
import { type ChargerDetail, chargerQuery } from "#/shared/operator/chargers";
import { useTariffNames } from "#/shared/operator/tariffs";
import { Section } from "#/shared/ui/Card";
import { Facts } from "#/shared/ui/Facts";
import { QueryView } from "#/shared/ui/QueryView";
import { ConnectorTable } from "../components/ConnectorTable";

/** Connectors, what the operator wants of them and what they report; and what the charger is. */
export function OverviewTab({ chargerId }: { chargerId: string }) {
  const { t } = useLingui();
  const query = useQuery(chargerQuery(chargerId));
  const isOld = useStale(query.dataUpdatedAt);
  return (
    <QueryView query={query}>
      {(charger) => (
        <div
          className={`grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem] ${isOld ? "stale" : ""}`}
        >
          <Section title={t`Connectors`} flush>
            <ConnectorTable charger={charger} />
            {charger.connected ? null : (
              <p className="border-t border-line px-4 py-3 text-sm text-muted">
                <Trans>
                  The charger is not connected: what it reported last may not be true any more.
                </Trans>
              </p>
            )}
          </Section>
          <About charger={charger} />
        </div>
      )}
    </QueryView>
  );
}

function About({ charger }: { charger: ChargerDetail }) {
  const { t } = useLingui();
  const format = useFormat();
  const tariffName = useTariffNames();
  const { about } = charger;
  const maybe = (label: string, value: string | null) => (value ? { label, value } : null);
  const when = (label: string, at: string | null) =>
    at ? { label, value: <Ago at={at} /> } : null;
  return (
    <Section title={t`About`} flush>
      <Facts
        className="px-4 py-1"
        facts={[
          {
            label: t`Identity`,
            value: <code className="font-mono text-sm">{charger.identity}</code>,
          },
          maybe(t`Vendor`, about.vendor),
          maybe(t`Model`, about.model),
          maybe(t`Serial number`, about.serial_number),
          maybe(t`Firmware`, about.firmware_version),
          maybe(
            t`Meter`,
            [about.meter_type, about.meter_serial_number].filter(Boolean).join(" ") || null,
          ),
          maybe("ICCID", about.iccid),
          maybe("IMSI", about.imsi),
          { label: t`Rated power`, value: format.power(charger.rated_power_w) },
          {
            label: t`Tariff`,
            value: charger.tariff_id ? tariffName(charger.tariff_id) : t`The station’s`,
          },
          { label: t`Security profile`, value: charger.security_profile },
          when(t`Booted`, charger.booted_at),
          when(t`Connected`, charger.connected_at),
          when(t`Silent since`, charger.offline_since),
          { label: t`Findings`, value: format.number(charger.findings) },
          { label: t`Registered`, value: format.date(charger.created_at) },
        ]}
      />
    </Section>
  );
}
