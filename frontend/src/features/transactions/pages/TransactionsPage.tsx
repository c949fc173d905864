import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useFormat } from "#/shared/lib/useFormat";
import { Freshness, useStale } from "#/shared/live/Freshness";
import { DownloadCsv } from "#/shared/operator/DownloadCsv";
import { Card } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import {
  lookedBackQuery,
  readCsv,
  type TransactionSearch,
  transactionsQuery,
} from "../api/transactions";
import { TransactionFilters } from "../components/TransactionFilters";
import { TransactionTable } from "../components/TransactionTable";

interface Props {
  search: TransactionSearch;
  onSearch: (search: TransactionSearch) => void;
}

/** Every transaction; the filters stand in the address and are applied by the server. */
export function TransactionsPage({ search, onSearch }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const query = useInfiniteQuery({
    ...transactionsQuery(search),
    placeholderData: keepPreviousData,
  });
  const lookedBackTo = useInfiniteQuery(lookedBackQuery(search)).data;
  const since = lookedBackTo ? format.date(lookedBackTo, "UTC") : null;
  const isOld = useStale(query.dataUpdatedAt);
  return (
    <>
      <PageHeader
        title={t`Transactions`}
        lead={<Freshness updatedAt={query.dataUpdatedAt} />}
        actions={
          <DownloadCsv
            name="transactions.csv"
            read={() => readCsv(search)}
            instead={{ to: "/admin/exports", search: { ...search, kind: "transactions" } }}
          />
        }
      />
      <TransactionFilters search={search} onSearch={onSearch} />
      <Card className={`overflow-hidden ${isOld ? "stale" : ""}`}>
        <QueryView query={query}>
          {(transactions) =>
            transactions.length === 0 ? (
              <EmptyState icon={<Icon name="receipt-text" />} title={t`No transactions here`}>
                {query.hasNextPage && since ? (
                  <Trans>None since {since}: older ones may match.</Trans>
                ) : query.hasNextPage ? (
                  <Trans>None on the first pages: older ones may match.</Trans>
                ) : (
                  <Trans>Change or clear the filters above.</Trans>
                )}
              </EmptyState>
            ) : (
              <TransactionTable transactions={transactions} />
            )
          }
        </QueryView>
        <LoadMore query={query} further={t`Look further back`} />
      </Card>
    </>
  );
}
