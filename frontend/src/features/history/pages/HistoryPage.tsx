import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useProfile } from "#/shared/auth/profile";
import { ButtonLink } from "#/shared/ui/Button";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { VirtualRows } from "#/shared/ui/VirtualRows";
import { transactionsQuery } from "../api/transactions";
import { TransactionRow } from "../components/TransactionRow";

export function HistoryPage() {
  const { t } = useLingui();
  const { user_id: userId } = useProfile();
  const query = useInfiniteQuery(transactionsQuery(userId));
  return (
    <div className="mx-auto w-full max-w-2xl px-4 pt-6 md:pt-10">
      <PageHeader title={t`Your charges`} />
      <QueryView query={query}>
        {(transactions) =>
          transactions.length === 0 ? (
            <EmptyState
              icon={<Icon name="receipt-text" />}
              title={<Trans>No charge yet</Trans>}
              action={
                <ButtonLink kind="primary" to="/">
                  <Trans>Find a charger</Trans>
                </ButtonLink>
              }
            >
              <Trans>Your charges and their receipts appear here.</Trans>
            </EmptyState>
          ) : (
            <>
              <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-low">
                <VirtualRows
                  items={transactions}
                  keyOf={(transaction) => transaction.transaction_id}
                  as="li"
                  height={73}
                >
                  {(transaction, row) => (
                    <li key={transaction.transaction_id} {...row}>
                      <TransactionRow transaction={transaction} />
                    </li>
                  )}
                </VirtualRows>
              </ul>
              <LoadMore query={query} />
            </>
          )
        }
      </QueryView>
    </div>
  );
}
