import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useWord } from "#/shared/i18n/words";
import { useFormat } from "#/shared/lib/useFormat";
import { Freshness } from "#/shared/live/Freshness";
import { DownloadCsv } from "#/shared/operator/DownloadCsv";
import { Actor } from "#/shared/operator/UserLink";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { QueryView } from "#/shared/ui/QueryView";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { VirtualRows } from "#/shared/ui/VirtualRows";
import { CORRECTION_NOTES } from "#/shared/wallet/notes";
import { type LedgerEntry, ledgerQuery, readLedgerCsv } from "../api/users";
import { useLedgerKinds } from "./useLedgerKinds";

/** What happened to a person's money, newest first. */
export function Ledger({ userId }: { userId: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const kinds = useLedgerKinds();
  const word = useWord();
  const query = useInfiniteQuery(ledgerQuery(userId));
  return (
    <Section
      title={t`Ledger`}
      flush
      actions={
        <>
          <Freshness updatedAt={query.dataUpdatedAt} />
          <DownloadCsv
            size="small"
            name={`ledger-${userId}.csv`}
            read={() => readLedgerCsv(userId)}
            instead={{ to: "/admin/exports", search: { kind: "ledger", user: userId } }}
          />
        </>
      }
    >
      <QueryView query={query}>
        {(entries) =>
          entries.length === 0 ? (
            <EmptyState icon={<Icon name="book-open" />} title={t`No bookings yet`}>
              <Trans>Top up the wallet, and the first one appears here.</Trans>
            </EmptyState>
          ) : (
            <Table
              caption={t`Ledger`}
              rowCount={entries.length}
              head={
                <>
                  <Th>{t`When`}</Th>
                  <Th>{t`What`}</Th>
                  <Th>{t`By`}</Th>
                  <Th>{t`Note`}</Th>
                  <Th className="text-right">{t`Amount`}</Th>
                  <Th className="text-right">{t`Balance`}</Th>
                </>
              }
            >
              <VirtualRows items={entries} keyOf={(entry) => entry.sequence} as="tr" height={49}>
                {(entry, row) => (
                  <Tr key={entry.sequence} {...row}>
                    <Td className="whitespace-nowrap tabular">{format.dateTime(entry.at)}</Td>
                    <Td part="name" className="whitespace-nowrap">
                      {kinds[entry.kind] ?? entry.kind}
                      {entry.transaction_id === null ? null : (
                        <Link
                          to="/admin/transactions/$transactionId"
                          params={{ transactionId: String(entry.transaction_id) }}
                          className="ml-2 text-brand-ink tabular underline-offset-4 hover:underline"
                        >
                          {entry.transaction_id}
                        </Link>
                      )}
                    </Td>
                    <Td className="min-w-24">
                      <Actor id={entry.actor} name={entry.actor_name} />
                    </Td>
                    <Td className="min-w-32 text-muted">
                      {entry.note ? word(CORRECTION_NOTES, entry.note) : null}
                    </Td>
                    <Td numeric part="corner" className={toneOf(entry)}>
                      {entry.amount_minor > 0 ? "+" : ""}
                      {format.money(entry.amount_minor, entry.currency)}
                    </Td>
                    <Td numeric>{format.money(entry.balance_after_minor, entry.currency)}</Td>
                  </Tr>
                )}
              </VirtualRows>
            </Table>
          )
        }
      </QueryView>
      <LoadMore query={query} />
    </Section>
  );
}

/** Holds move what is available, not the balance: they stand back. */
function toneOf({ kind, amount_minor }: LedgerEntry): string {
  if (kind === "hold" || kind === "release") return "text-muted";
  return amount_minor < 0 ? "font-medium" : "font-medium text-good";
}
