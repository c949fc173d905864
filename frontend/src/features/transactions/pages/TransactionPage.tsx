import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useWord } from "#/shared/i18n/words";
import { useFormat } from "#/shared/lib/useFormat";
import { Freshness, useStale } from "#/shared/live/Freshness";
import { SESSION_MS } from "#/shared/live/live";
import { BackLink } from "#/shared/operator/BackLink";
import { ChargerLink } from "#/shared/operator/ChargerLink";
import { useSentence } from "#/shared/operator/sentences";
import { TransactionBadge } from "#/shared/operator/TransactionBadge";
import { UserLink } from "#/shared/operator/UserLink";
import { useHoldReason } from "#/shared/operator/useHoldReason";
import { BILLING_ERRORS } from "#/shared/operator/words/sentences";
import { CLOSERS, STOP_REASONS } from "#/shared/operator/words/transactions";
import { Section } from "#/shared/ui/Card";
import { Facts } from "#/shared/ui/Facts";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { type TransactionDetail, transactionQuery } from "../api/transactions";
import { PriceWorking } from "../components/PriceWorking";
import { ReadingCharts } from "../components/ReadingCharts";
import { Timeline } from "../components/Timeline";
import { TransactionActions } from "../components/TransactionActions";

/** One transaction with everything that is kept of it. */
export function TransactionPage({ transactionId }: { transactionId: number }) {
  const { t } = useLingui();
  const holdReason = useHoldReason();
  const query = useQuery(transactionQuery(transactionId));
  const isOld = useStale(query.dataUpdatedAt, SESSION_MS);
  return (
    <QueryView query={query}>
      {(transaction) => (
        <>
          <PageHeader
            title={t`Transaction ${transaction.transaction_id}`}
            above={
              <BackLink to="/admin/transactions">
                <Trans>Transactions</Trans>
              </BackLink>
            }
            lead={
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <TransactionBadge state={transaction.state} />
                {transaction.reason ? <span>{holdReason(transaction.reason)}</span> : null}
                <Freshness updatedAt={query.dataUpdatedAt} everyMs={SESSION_MS} />
              </span>
            }
            actions={<TransactionActions transaction={transaction} />}
          />
          <div
            className={`grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem] ${isOld ? "stale" : ""}`}
          >
            <div className="grid min-w-0 gap-5">
              <ReadingCharts transactionId={transactionId} zone={transaction.time_zone} />
              <Timeline transaction={transaction} />
            </div>
            <div className="grid gap-5">
              <PriceWorking transaction={transaction} />
              <About transaction={transaction} />
            </div>
          </div>
        </>
      )}
    </QueryView>
  );
}

function About({ transaction }: { transaction: TransactionDetail }) {
  const { t } = useLingui();
  const format = useFormat();
  const word = useWord();
  const say = useSentence();
  const { time_zone: zone, charger_id, connector_id, payer_id } = transaction;
  const name = transaction.charger_name ?? charger_id;
  const when = (label: string, at: string | null) =>
    at ? { label, value: format.precise(at, zone) } : null;
  const maybe = (label: string, value: string | null) => (value ? { label, value } : null);
  return (
    <Section title={t`Details`} flush>
      <Facts
        className="px-4 py-1"
        facts={[
          { label: t`Energy`, value: format.energy(transaction.energy_wh) },
          {
            label: t`Register`,
            value: `${format.energy(transaction.meter_start_wh)} → ${
              transaction.meter_stop_wh === null
                ? transaction.latest_register_wh === null
                  ? "…"
                  : format.energy(transaction.latest_register_wh)
                : format.energy(transaction.meter_stop_wh)
            }`,
          },
          {
            label: t`Charger`,
            value: (
              <ChargerLink
                chargerId={charger_id}
              >{t`${name}, connector ${connector_id}`}</ChargerLink>
            ),
          },
          { label: t`Station`, value: transaction.station_name ?? transaction.station_id },
          { label: t`Tag`, value: <code className="font-mono text-sm">{transaction.id_tag}</code> },
          {
            label: t`Payer`,
            value: payer_id ? (
              <UserLink userId={payer_id} name={transaction.payer_name} />
            ) : (
              t`Nobody`
            ),
          },
          when(t`Started`, transaction.started_at),
          when(t`Start arrived`, transaction.start_arrived_at),
          when(t`Stopped`, transaction.stopped_at),
          when(t`Stop arrived`, transaction.stop_arrived_at),
          maybe(
            t`Why it ended`,
            transaction.stop_reason && word(STOP_REASONS, transaction.stop_reason),
          ),
          transaction.reconciled
            ? {
                label: t`Closed here`,
                value: word(CLOSERS, transaction.closed_by ?? "", {
                  otherwise: t`Without the charger’s word`,
                }),
              }
            : null,
          { label: t`Readings`, value: format.number(transaction.readings) },
          when(t`Latest reading`, transaction.latest_reading_at),
          when(t`Billed`, transaction.billed_at),
          transaction.attempts > 0
            ? { label: t`Billing attempts`, value: format.number(transaction.attempts) }
            : null,
          maybe(
            t`Last error`,
            transaction.last_error && say(BILLING_ERRORS, transaction.last_error),
          ),
          maybe(t`Charger’s start time`, transaction.started_raw),
          maybe(t`Charger’s stop time`, transaction.stopped_raw),
          { label: t`Time zone`, value: zone },
        ]}
      />
    </Section>
  );
}
