import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useWord } from "#/shared/i18n/words";
import { saveFile } from "#/shared/lib/csv";
import { useFormat } from "#/shared/lib/useFormat";
import { Ago } from "#/shared/operator/Ago";
import { useDeed } from "#/shared/operator/useDeed";
import { FINDINGS } from "#/shared/operator/words/chargers";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { QueryView } from "#/shared/ui/QueryView";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { findingsQuery, readFindingReport } from "../api/knowledge";

/** How the charger deviates from the specification. */
export function FindingsTab({ chargerId }: { chargerId: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const word = useWord();
  const query = useQuery(findingsQuery(chargerId));
  const report = useDeed({
    run: () => readFindingReport(chargerId),
    refresh: [],
    onDone: (text) => saveFile(`findings-${chargerId}.md`, text, "text/markdown;charset=utf-8"),
  });
  return (
    <Section
      title={t`Deviations from OCPP`}
      flush
      actions={
        <Button
          size="small"
          icon={<Icon name="file-down" className="size-4" />}
          busy={report.isPending}
          onClick={() => report.mutate(undefined)}
        >
          <Trans>Report for the vendor</Trans>
        </Button>
      }
    >
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
                  <Td className="font-medium">{word(FINDINGS, finding.code)}</Td>
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
