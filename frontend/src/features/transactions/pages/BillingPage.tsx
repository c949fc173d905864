import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Freshness } from "#/shared/live/Freshness";
import { useTransactionStates } from "#/shared/operator/TransactionBadge";
import { useDeed } from "#/shared/operator/useDeed";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { retryMany } from "../api/deeds";
import { failedBillsQuery, transactionsQuery } from "../api/transactions";
import { OpenBillRow } from "../components/OpenBillRow";
import { TransactionTable } from "../components/TransactionTable";

const MOST_AT_ONCE = 25;

/** Bills that failed, and transactions that wait for a decision. */
export function BillingPage() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader
        title={t`Billing`}
        lead={<Trans>What was charged and is not paid, and what nobody billed.</Trans>}
      />
      <div className="grid gap-5">
        <Failed />
        <Waiting state="HELD" empty={t`Nothing is held for review.`} />
        <Waiting state="STOPPED" empty={t`Everything that ended is billed.`} />
        <Waiting state="UNBILLED" empty={t`Everything has a payer.`} />
      </div>
    </>
  );
}

function Failed() {
  const { t } = useLingui();
  const query = useInfiniteQuery(failedBillsQuery());
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const retry = useDeed({
    run: () => retryMany([...chosen].slice(0, MOST_AT_ONCE)),
    refresh: [
      ["admin", "transactions"],
      ["admin", "transaction"],
    ],
    said: t`Tried again. What failed again stays here.`,
    onDone: () => setChosen(new Set()),
  });
  const toggle = (number: number) => {
    const next = new Set(chosen);
    if (!next.delete(number)) next.add(number);
    setChosen(next);
  };
  const count = chosen.size;
  return (
    <Section
      flush
      title={t`Failed bills`}
      actions={
        <>
          <Freshness updatedAt={query.dataUpdatedAt} />
          {query.data?.length ? (
            <Button
              size="small"
              kind="primary"
              icon={<Icon name="rotate-cw" className="size-4" />}
              busy={retry.isPending}
              onClick={() => retry.mutate(undefined)}
            >
              {count === 0 ? <Trans>Try all again</Trans> : <Trans>Try {count} again</Trans>}
            </Button>
          ) : null}
        </>
      }
    >
      <QueryView query={query}>
        {(bills) =>
          bills.length === 0 ? (
            <EmptyState icon={<Icon name="circle-check" />} title={t`No failed bills`}>
              <Trans>
                A bill fails when the wallet has too little. It is tried again by itself, and after
                a top-up.
              </Trans>
            </EmptyState>
          ) : (
            <Table
              caption={t`Failed bills`}
              head={
                <>
                  <Th>
                    <span className="sr-only">{t`Choose`}</span>
                  </Th>
                  <Th>{t`Number`}</Th>
                  <Th>{t`Ended`}</Th>
                  <Th>{t`Payer`}</Th>
                  <Th className="text-right">{t`Price`}</Th>
                  <Th className="text-right">{t`Attempts`}</Th>
                  <Th>{t`Last error`}</Th>
                  <Th>{t`Next try`}</Th>
                </>
              }
            >
              {bills.map((bill) => (
                <Tr key={bill.transaction_id}>
                  <Td part="corner">
                    <label className="grid size-11 place-items-center">
                      <span className="sr-only">{t`Choose ${bill.transaction_id}`}</span>
                      <input
                        type="checkbox"
                        className="size-5 accent-brand"
                        checked={chosen.has(bill.transaction_id)}
                        onChange={() => toggle(bill.transaction_id)}
                      />
                    </label>
                  </Td>
                  <OpenBillRow bill={bill} />
                </Tr>
              ))}
            </Table>
          )
        }
      </QueryView>
      <LoadMore query={query} />
    </Section>
  );
}

function Waiting({ state, empty }: { state: "HELD" | "UNBILLED" | "STOPPED"; empty: string }) {
  const states = useTransactionStates();
  const query = useInfiniteQuery(transactionsQuery({ state }));
  return (
    <Section title={states[state] ?? state} flush>
      <QueryView query={query}>
        {(transactions) =>
          transactions.length === 0 && !query.hasNextPage ? (
            <p className="px-4 py-6 text-muted">{empty}</p>
          ) : (
            <TransactionTable transactions={transactions} />
          )
        }
      </QueryView>
      <LoadMore query={query} />
    </Section>
  );
}
