import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ZapOff } from "lucide-react";
import { ButtonLink } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
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
            <EmptyState icon={<ZapOff aria-hidden />} title={t`Nobody charges`}>
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
