import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useFormat } from "#/shared/lib/useFormat";
import type { PlaceDetail } from "#/shared/stations/stations";
import { BucketBadge } from "#/shared/ui/BucketBadge";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";

/** Every connector of a station, each a link to where it is started. */
export function ConnectorRows({ place }: { place: PlaceDetail }) {
  const format = useFormat();
  if (place.chargers.length === 0) {
    return (
      <EmptyState icon={<Icon name="plug-zap" />} title={<Trans>No charger here yet</Trans>}>
        <Trans>Choose another station on the map.</Trans>
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {place.chargers.map((connector) => (
        <li key={`${connector.charger_id}/${connector.connector_id}`}>
          <Link
            to="/c/$charger/$connector"
            params={{
              charger: connector.charger_id,
              connector: String(connector.connector_id),
            }}
            className="group flex min-h-16 items-center gap-3 px-4 py-2.5 hover:bg-sunken/60"
          >
            <span className="grid size-10 shrink-0 place-items-center rounded-control bg-sunken text-muted">
              <Icon name="plug-zap" className="size-5" />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{connector.charger_name}</span>
              <span className="block text-sm text-muted tabular">
                <Trans>Connector {connector.connector_id}</Trans> ·{" "}
                {format.power(connector.rated_power_w)}
              </span>
            </span>
            <BucketBadge bucket={connector.state} />
            <Icon name="chevron-right" className="size-4 shrink-0 text-muted" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
