import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ApiError } from "#/shared/api/problem";
import { saveFile } from "#/shared/lib/csv";
import { Freshness, useStale } from "#/shared/live/Freshness";
import { Button } from "#/shared/ui/Button";
import { Card } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { useErrorText } from "#/shared/ui/ErrorState";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { toast } from "#/shared/ui/toast";
import { readCsv, type TransactionSearch, transactionsQuery } from "../api/transactions";
import { TransactionFilters } from "../components/TransactionFilters";
import { TransactionTable } from "../components/TransactionTable";

interface Props {
  search: TransactionSearch;
  onSearch: (search: TransactionSearch) => void;
}

/** Every transaction; the filters stand in the address and are applied by the server. */
export function TransactionsPage({ search, onSearch }: Props) {
  const { t } = useLingui();
  const query = useInfiniteQuery({
    ...transactionsQuery(search),
    placeholderData: keepPreviousData,
  });
  const isOld = useStale(query.dataUpdatedAt);
  return (
    <>
      <PageHeader
        title={t`Transactions`}
        lead={<Freshness updatedAt={query.dataUpdatedAt} />}
        actions={<CsvButton search={search} />}
      />
      <TransactionFilters search={search} onSearch={onSearch} />
      <Card className={`overflow-hidden ${isOld ? "stale" : ""}`}>
        <QueryView query={query}>
          {(transactions) =>
            transactions.length === 0 ? (
              <EmptyState icon={<Icon name="receipt-text" />} title={t`No transactions here`}>
                {query.hasNextPage ? (
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
        <LoadMore query={query} />
      </Card>
    </>
  );
}

function CsvButton({ search }: { search: TransactionSearch }) {
  const { t } = useLingui();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const complain = (error: unknown) => {
    toast("bad", errorText(error));
    if (error instanceof ApiError && error.problem.reason === "too_many_rows")
      void navigate({ to: "/admin/exports", search: { ...search, kind: "transactions" } });
  };
  const save = () => {
    setBusy(true);
    readCsv(search)
      .then((text) => saveFile("transactions.csv", text), complain)
      .finally(() => setBusy(false));
  };
  return (
    <Button icon={<Icon name="download" className="size-4" />} busy={isBusy} onClick={save}>
      {t`Download CSV`}
    </Button>
  );
}
