import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Ago } from "#/shared/operator/Ago";
import { ChargerLink } from "#/shared/operator/ChargerLink";
import { TransferBadge } from "#/shared/operator/TransferBadge";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { LoadMore } from "#/shared/ui/LoadMore";
import { QueryView } from "#/shared/ui/QueryView";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { installationsQuery } from "../api/firmware";

/** The chargers that were asked to install a firmware, and how far each is. */
export function Installations({ firmwareId }: { firmwareId: string }) {
  const { t } = useLingui();
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
                    <ChargerLink chargerId={one.charger_id}>{one.charger_id}</ChargerLink>
                  </Td>
                  <Td>
                    <TransferBadge state={one.state} />
                  </Td>
                  <Td className="text-muted">
                    {one.status ?? "–"} {one.status_at ? <Ago at={one.status_at} /> : null}
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
