import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Sparkline } from "#/shared/charts/Sparkline";
import { cx } from "#/shared/lib/cx";
import { currencyDigits, formatStopwatch } from "#/shared/lib/format";
import { estimateMinor } from "#/shared/lib/price";
import { useFormat } from "#/shared/lib/useFormat";
import { Freshness, useStale } from "#/shared/live/Freshness";
import { SESSION_MS } from "#/shared/live/live";
import { useNow } from "#/shared/live/useNow";
import { placeQuery } from "#/shared/stations/stations";
import { Button } from "#/shared/ui/Button";
import { ConfirmDialog } from "#/shared/ui/ConfirmDialog";
import { Icon } from "#/shared/ui/Icon";
import type { ChargingSession } from "../api/sessions";
import { usePowerTrend } from "../api/usePowerTrend";
import { useStop } from "../api/useStop";
import { ChargeRing } from "./ChargeRing";

interface Props {
  session: ChargingSession;
  userId: string;
  updatedAt: number;
}

/** A charge that runs: energy, power, cost and time, and the button that ends it. */
export function LiveSession({ session, userId, updatedAt }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const [isAsking, setIsAsking] = useState(false);
  const stop = useStop(userId, session.session_id);
  const isOld = useStale(updatedAt, SESSION_MS);
  const trend = usePowerTrend(session);
  const { transaction, live } = session;
  const isStopping = stop.isPending || stop.isSuccess;
  return (
    <>
      <section className={cx("rounded-hero bg-hero p-6 text-on-hero", isOld && "stale")}>
        <div className="flex items-baseline justify-between gap-4">
          <h1 className="text-2xl font-semibold">
            {isStopping ? <Trans>Stopping…</Trans> : <Trans>Charging</Trans>}
          </h1>
          <Freshness onHero updatedAt={updatedAt} everyMs={SESSION_MS} />
        </div>
        <p className="text-hero-muted">
          <Trans>
            {session.charger_name ?? session.charger_id}, connector {session.connector_id}
          </Trans>
        </p>
        <ChargeRing
          energyWh={transaction?.energy_wh ?? 0}
          percent={live?.state_of_charge_percent ?? null}
        />
        <dl className="grid grid-cols-3 gap-3 text-center">
          <Figure
            name={t`Power`}
            value={live?.power_w == null ? "–" : format.power(live.power_w)}
          />
          <Cost session={session} />
          <Elapsed since={transaction?.started_at ?? session.requested_at} />
        </dl>
        <Sparkline
          values={trend}
          label={t`Power over the last minutes`}
          className="mt-6 h-16 w-full"
        />
        <Button
          kind="volt"
          size="large"
          className="mt-6 w-full"
          busy={isStopping}
          icon={<Icon name="square" className="size-4" fill="currentColor" />}
          onClick={() => setIsAsking(true)}
        >
          <Trans>Stop charging</Trans>
        </Button>
      </section>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false);
          stop.mutate();
        }}
        title={<Trans>Stop charging?</Trans>}
        confirm={<Trans>Stop</Trans>}
        danger={false}
      >
        <p>
          <Trans>
            The charger ends the charge and you get your receipt. To continue later, start again.
          </Trans>
        </p>
      </ConfirmDialog>
    </>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex min-w-0 flex-col justify-between rounded-2xl bg-hero-line/50 px-2 py-3">
      <dt className="text-sm text-hero-muted">{name}</dt>
      <dd className="mt-0.5 text-lg font-semibold tabular">{value}</dd>
    </div>
  );
}

function Elapsed({ since }: { since: string }) {
  const { t } = useLingui();
  const now = useNow();
  return <Figure name={t`Time`} value={formatStopwatch((now - Date.parse(since)) / 1000)} />;
}

/** The price so far as the server sees it, else reckoned from the station's price. */
function Cost({ session: { transaction } }: { session: ChargingSession }) {
  const { t } = useLingui();
  const format = useFormat();
  const place = useQuery({
    ...placeQuery(transaction?.station_id ?? ""),
    enabled: transaction !== null,
    staleTime: 600_000,
  });
  const price = place.data?.price;
  if (transaction?.price_minor != null && transaction.currency) {
    return (
      <Figure
        name={t`Cost so far`}
        value={format.money(transaction.price_minor, transaction.currency)}
      />
    );
  }
  if (!transaction || !price) return <Figure name={t`Cost so far`} value="–" />;
  const minor = estimateMinor(transaction.energy_wh, price, currencyDigits(price.currency));
  return <Figure name={t`Cost so far`} value={format.money(minor, price.currency)} />;
}
