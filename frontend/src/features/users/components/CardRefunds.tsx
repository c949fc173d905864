import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "#/shared/lib/useFormat";
import { Freshness } from "#/shared/live/Freshness";
import { Actor } from "#/shared/operator/UserLink";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { QueryView } from "#/shared/ui/QueryView";
import { Skeleton } from "#/shared/ui/Skeleton";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { VirtualRows } from "#/shared/ui/VirtualRows";
import { cardRefundsQuery, walletQuery } from "../api/users";
import { CardRefundBadge } from "./CardRefundBadge";
import { CardRefundDialog } from "./CardRefundDialog";

/** What went back from a person's wallet to their cards, newest first. */
export default function CardRefunds({ userId }: { userId: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const [isAsking, setAsking] = useState(false);
  const wallet = useQuery(walletQuery(userId)).data;
  const query = useInfiniteQuery(cardRefundsQuery(userId));
  return (
    <Section
      title={t`Refunds to cards`}
      flush
      actions={
        <>
          <Freshness updatedAt={query.dataUpdatedAt} />
          <Button size="small" onClick={() => setAsking(true)}>
            <Trans>Refund to a card</Trans>
          </Button>
        </>
      }
    >
      <QueryView query={query} skeleton={<Skeleton className="m-4 h-56" />}>
        {(refunds) =>
          refunds.length === 0 ? (
            <EmptyState icon={<Icon name="credit-card" />} title={t`No refunds to cards`}>
              <Trans>What is given back to the card of a top-up appears here.</Trans>
            </EmptyState>
          ) : (
            <Table
              caption={t`Refunds to cards`}
              rowCount={refunds.length}
              head={
                <>
                  <Th>{t`When`}</Th>
                  <Th>{t`State`}</Th>
                  <Th className="text-right">{t`Amount`}</Th>
                  <Th>{t`Payment`}</Th>
                  <Th>{t`By`}</Th>
                  <Th className="text-right">{t`Attempts`}</Th>
                  <Th>{t`Error`}</Th>
                </>
              }
            >
              <VirtualRows
                items={refunds}
                keyOf={(refund) => `${refund.requested_at} ${refund.payment_id}`}
                as="tr"
                height={49}
              >
                {(refund, row) => (
                  <Tr key={`${refund.requested_at} ${refund.payment_id}`} {...row}>
                    <Td className="whitespace-nowrap tabular">
                      {format.dateTime(refund.requested_at)}
                    </Td>
                    <Td part="corner">
                      <CardRefundBadge state={refund.state} />
                    </Td>
                    <Td numeric>{format.money(refund.amount_minor, refund.currency)}</Td>
                    <Td className="font-mono text-xs">{refund.payment_id}</Td>
                    <Td className="min-w-24">
                      <Actor id={refund.requested_by} name={refund.requested_by_name} />
                    </Td>
                    <Td numeric>{refund.attempts}</Td>
                    <Td className="min-w-32 text-muted">{refund.error}</Td>
                  </Tr>
                )}
              </VirtualRows>
            </Table>
          )
        }
      </QueryView>
      <LoadMore query={query} />
      {isAsking && wallet ? (
        <CardRefundDialog wallet={wallet} onClose={() => setAsking(false)} />
      ) : null}
    </Section>
  );
}
