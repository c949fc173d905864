import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Freshness } from "#/shared/live/Freshness";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { QueryView } from "#/shared/ui/QueryView";
import { type TransactionSearch, transactionsQuery } from "../api/transactions";
import { TransactionTable } from "./TransactionTable";

/** The transactions of a charger or a person, as a part of their page. */
export function TransactionList({ search }: { search: TransactionSearch }) {
  const { t } = useLingui();
  const query = useInfiniteQuery(transactionsQuery(search));
  return (
    <Section title={t`Sessions`} flush actions={<Freshness updatedAt={query.dataUpdatedAt} />}>
      <QueryView query={query}>
        {(transactions) =>
          transactions.length === 0 ? (
            <EmptyState icon={<Icon name="receipt-text" />} title={t`No sessions yet`}>
              <Trans>They appear here from the moment they start.</Trans>
            </EmptyState>
          ) : (
            <TransactionTable
              transactions={transactions}
              withCharger={!search.charger}
              withTag={!search.user}
            />
          )
        }
      </QueryView>
      <LoadMore query={query} />
    </Section>
  );
}
