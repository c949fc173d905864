import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "#/shared/lib/useFormat";
import { Ago } from "#/shared/operator/Ago";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { QueryView } from "#/shared/ui/QueryView";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { findingsQuery } from "../api/knowledge";

/** How the charger deviates from the specification. */
export function FindingsTab({ chargerId }: { chargerId: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const query = useQuery(findingsQuery(chargerId));
  return (
    <Section title={t`Deviations from OCPP`} flush>
      <QueryView query={query}>
        {(findings) =>
          findings.length === 0 ? (
            <EmptyState icon={<Icon name="shield-check" />} title={t`Nothing found`}>
              <Trans>Everything this charger sent was as the specification wants it.</Trans>
            </EmptyState>
          ) : (
            <Table
              caption={t`Deviations from OCPP`}
              head={
                <>
                  <Th>{t`Finding`}</Th>
                  <Th>{t`Where`}</Th>
                  <Th className="text-right">{t`Times`}</Th>
                  <Th>{t`First`}</Th>
                  <Th>{t`Last`}</Th>
                  <Th>{t`Sample`}</Th>
                </>
              }
            >
              {findings.map((finding) => (
                <Tr key={`${finding.code} ${finding.where}`}>
                  <Td className="font-medium">{finding.code}</Td>
                  <Td>{finding.where}</Td>
                  <Td numeric>{format.number(finding.count)}</Td>
                  <Td>
                    <Ago at={finding.first_seen_at} />
                  </Td>
                  <Td>
                    <Ago at={finding.last_seen_at} />
                  </Td>
                  <Td className="max-w-96 font-mono text-xs break-all">{finding.sample}</Td>
                </Tr>
              ))}
            </Table>
          )
        }
      </QueryView>
    </Section>
  );
}
