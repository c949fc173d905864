import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ButtonLink } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { QueryView } from "#/shared/ui/QueryView";
import { transactionsQuery } from "../api/transactions";
import { TransactionTable } from "./TransactionTable";

const SHOWN = 8;

/** The newest of what charges right now. */
export function RunningNow() {
  const { t } = useLingui();
  const query = useInfiniteQuery(transactionsQuery({ state: "RUNNING" }));
  return (
    <Section
      flush
      title={t`Charging now`}
      actions={
        <ButtonLink size="small" to="/admin/transactions" search={{ state: "RUNNING" }}>
          <Trans>All</Trans>
        </ButtonLink>
      }
    >
      <QueryView query={query}>
        {(transactions) =>
          transactions.length === 0 ? (
            <EmptyState icon={<Icon name="zap-off" />} title={t`Nobody charges`}>
              <Trans>Sessions appear here from the moment they start.</Trans>
            </EmptyState>
          ) : (
            <TransactionTable transactions={transactions.slice(0, SHOWN)} withTag={false} />
          )
        }
      </QueryView>
    </Section>
  );
}
