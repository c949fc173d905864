import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Freshness } from "#/shared/live/Freshness";
import { SESSION_MS } from "#/shared/live/live";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { type ExportSearch, exportsQuery } from "../api/exports";
import { ExportRow } from "../components/ExportRow";
import { RequestCard } from "../components/RequestCard";

/** Files of any length, written by a job; those of the last seven days to download. */
export function ExportsPage({ search }: { search: ExportSearch }) {
  const { t } = useLingui();
  const query = useInfiniteQuery(exportsQuery);
  return (
    <>
      <PageHeader
        title={t`Exports`}
        lead={
          <Trans>
            CSV files of any length. You may leave this page while one is written; it is kept for
            seven days.
          </Trans>
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <RequestCard key={JSON.stringify(search)} search={search} />
        <Section
          title={t`Files`}
          flush
          actions={<Freshness updatedAt={query.dataUpdatedAt} everyMs={SESSION_MS} />}
        >
          <QueryView query={query}>
            {(files) =>
              files.length === 0 ? (
                <EmptyState icon={<Icon name="file-down" />} title={t`No files yet`}>
                  <Trans>What you ask for appears here, and can be downloaded when ready.</Trans>
                </EmptyState>
              ) : (
                <ul className="divide-y divide-line">
                  {files.map((file) => (
                    <ExportRow key={file.export_id} file={file} />
                  ))}
                </ul>
              )
            }
          </QueryView>
          <LoadMore query={query} />
        </Section>
      </div>
    </>
  );
}
