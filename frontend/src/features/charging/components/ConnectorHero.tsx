import { Trans, useLingui } from "@lingui/react/macro";
import { useFormat } from "#/shared/lib/useFormat";
import { BucketBadge } from "#/shared/ui/BucketBadge";
import { Icon } from "#/shared/ui/Icon";
import type { Connector } from "../api/connector";

/** Which plug this is, so that nobody starts the neighbour's. */
export function ConnectorHero({ connector }: { connector: Connector }) {
  const format = useFormat();
  const status = useStatusSentence(connector);
  return (
    <section className="relative overflow-hidden rounded-hero bg-hero p-6 text-on-hero">
      <Icon
        name="plug-zap"
        strokeWidth={1}
        className="absolute -right-6 -bottom-8 size-44 text-hero-line"
      />
      <div className="relative">
        <BucketBadge bucket={connector.state} />
        <h1 className="mt-4 text-3xl font-semibold">{connector.charger_name}</h1>
        <p className="mt-1 text-lg text-hero-muted tabular">
          <Trans>Connector {connector.connector_id}</Trans> ·{" "}
          {format.power(connector.rated_power_w)}
        </p>
        <p className="mt-6 max-w-[28ch] text-hero-muted">{status}</p>
        <p className="mt-1 font-mono text-sm text-hero-muted">{connector.charger_id}</p>
      </div>
    </section>
  );
}

function useStatusSentence({ state, status }: Connector): string {
  const { t } = useLingui();
  if (status === "Preparing") return t`The cable is plugged in. Start whenever you like.`;
  if (status === "Finishing") return t`The last charge has ended. The cable is still plugged in.`;
  switch (state) {
    case "free":
      return t`Plug in your car, then start here.`;
    case "busy":
      return t`Somebody is charging here.`;
    case "unavailable":
      return t`The operator has taken this connector out of service.`;
    case "faulted":
      return t`The charger reports a fault. Please use another one.`;
    default:
      return t`The charger is not in contact right now. A start may not arrive.`;
  }
}
