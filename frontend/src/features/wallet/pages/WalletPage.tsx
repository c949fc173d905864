import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useProfile } from "#/shared/auth/profile";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { laterPart } from "#/shared/ui/laterPart";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { Skeleton } from "#/shared/ui/Skeleton";
import { VirtualRows } from "#/shared/ui/VirtualRows";
import { ledgerQuery, walletQuery } from "#/shared/wallet/wallet";
import { BalanceCard } from "../components/BalanceCard";
import { LedgerRow } from "../components/LedgerRow";

const CardTopUp = laterPart(fetchCardTopUp);

async function fetchCardTopUp() {
  const { loadCardTopUp } = await import("#/features/card-top-ups/load");
  return loadCardTopUp();
}

export function WalletPage() {
  const { t } = useLingui();
  const { user_id: userId } = useProfile();
  const wallet = useQuery(walletQuery(userId));
  const ledger = useInfiniteQuery(ledgerQuery(userId));
  return (
    <div className="mx-auto w-full max-w-2xl px-4 pt-6 md:pt-10">
      <PageHeader title={t`Wallet`} />
      <QueryView query={wallet} skeleton={<Skeleton className="h-52 rounded-hero" />}>
        {(data) => (
          <>
            <BalanceCard wallet={data} updatedAt={wallet.dataUpdatedAt} />
            {data.card_top_up ? (
              <CardTopUp
                fallback={<Skeleton className="mt-5 h-[422px] sm:h-[350px]" />}
                wallet={data}
                bounds={data.card_top_up}
              />
            ) : null}
          </>
        )}
      </QueryView>
      <Section title={<Trans>Movements</Trans>} className="mt-5" flush>
        <QueryView query={ledger} skeleton={<Skeleton className="m-4 h-64" />}>
          {(entries) =>
            entries.length === 0 ? (
              <EmptyState
                icon={<Icon name="wallet" />}
                title={<Trans>Nothing has moved yet</Trans>}
              >
                <Trans>Top-ups, charges and refunds appear here.</Trans>
              </EmptyState>
            ) : (
              <>
                <ul className="divide-y divide-line">
                  <VirtualRows
                    items={entries}
                    keyOf={(entry) => entry.sequence}
                    as="li"
                    height={65}
                  >
                    {(entry, row) => (
                      <li key={entry.sequence} {...row}>
                        <LedgerRow entry={entry} />
                      </li>
                    )}
                  </VirtualRows>
                </ul>
                <LoadMore query={ledger} />
              </>
            )
          }
        </QueryView>
      </Section>
    </div>
  );
}
