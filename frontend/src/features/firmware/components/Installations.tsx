import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useWord } from "#/shared/i18n/words";
import { Ago } from "#/shared/operator/Ago";
import { ChargerCell } from "#/shared/operator/ChargerCell";
import { TransferBadge } from "#/shared/operator/TransferBadge";
import { TRANSFER_STATUSES } from "#/shared/operator/words/chargers";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { LoadMore } from "#/shared/ui/LoadMore";
import { QueryView } from "#/shared/ui/QueryView";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { installationsQuery } from "../api/firmware";

/** The chargers that were asked to install a firmware, and how far each is. */
export function Installations({ firmwareId }: { firmwareId: string }) {
  const { t } = useLingui();
  const word = useWord();
  const query = useInfiniteQuery(installationsQuery(firmwareId));
  return (
    <Section title={t`Installations`} flush>
      <QueryView query={query}>
        {(installations) =>
          installations.length === 0 ? (
            <EmptyState title={t`Not installed anywhere yet`}>
              <Trans>Each charger that is asked gets a row here.</Trans>
            </EmptyState>
          ) : (
            <Table
              caption={t`Installations`}
              head={
                <>
                  <Th>{t`Charger`}</Th>
                  <Th>{t`State`}</Th>
                  <Th>{t`The charger’s last word`}</Th>
                  <Th>{t`Begins`}</Th>
                </>
              }
            >
              {installations.map((one) => (
                <Tr key={`${one.charger_id} ${one.command_id}`}>
                  <Td>
                    <ChargerCell of={one} />
                  </Td>
                  <Td part="corner">
                    <TransferBadge state={one.state} />
                  </Td>
                  <Td className="text-muted">
                    {one.status ? word(TRANSFER_STATUSES, one.status) : "–"}{" "}
                    {one.status_at ? <Ago at={one.status_at} /> : null}
                  </Td>
                  <Td className="text-muted">
                    <Ago at={one.begins_at} />
                  </Td>
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
