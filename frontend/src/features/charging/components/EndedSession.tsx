import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useFormat } from "#/shared/lib/useFormat";
import { ButtonLink } from "#/shared/ui/Button";
import { Icon } from "#/shared/ui/Icon";
import { Spinner } from "#/shared/ui/Spinner";
import { type ChargingSession, isSettling } from "../api/sessions";

interface Props {
  transaction: NonNullable<ChargingSession["transaction"]>;
  userId: string;
}

/** The charge is over: what it was, and the way to its receipt. */
export function EndedSession({ transaction, userId }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const client = useQueryClient();
  const isOpen = isSettling(transaction.state);
  useEffect(() => {
    if (isOpen) return;
    void client.invalidateQueries({ queryKey: ["wallet", userId] });
    void client.invalidateQueries({ queryKey: ["ledger", userId] });
    void client.invalidateQueries({ queryKey: ["transactions", userId] });
  }, [isOpen, client, userId]);
  const seconds = transaction.stopped_at
    ? (Date.parse(transaction.stopped_at) - Date.parse(transaction.started_at)) / 1000
    : 0;
  return (
    <section className="rounded-hero bg-hero p-6 text-center text-on-hero">
      <Icon name="circle-check" className="mx-auto size-14 text-volt" strokeWidth={1.5} />
      <h1 className="mt-4 text-3xl font-semibold">
        <Trans>All done</Trans>
      </h1>
      <p className="mt-1 text-hero-muted tabular">
        {format.energy(transaction.energy_wh)} · {format.duration(seconds)}
      </p>
      <p className="my-8 min-h-14 text-display font-semibold tabular" aria-live="polite">
        {isOpen ? (
          <span className="inline-flex items-center gap-3 text-lg font-medium tracking-normal text-hero-muted">
            <Spinner className="size-5" />
            <Trans>Making your bill…</Trans>
          </span>
        ) : transaction.price_minor !== null && transaction.currency ? (
          format.money(transaction.price_minor, transaction.currency)
        ) : (
          <span className="text-lg font-medium tracking-normal">{t`The operator is looking at this bill.`}</span>
        )}
      </p>
      <div className="grid gap-2">
        <ButtonLink
          kind="volt"
          size="large"
          to="/history/$transactionId"
          params={{ transactionId: String(transaction.transaction_id) }}
          icon={<Icon name="receipt-text" className="size-5" />}
        >
          <Trans>Show the receipt</Trans>
        </ButtonLink>
        <ButtonLink to="/" kind="quiet" size="large" className="text-on-hero hover:bg-hero-line">
          <Trans>To the map</Trans>
        </ButtonLink>
      </div>
    </section>
  );
}
