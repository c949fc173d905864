import { Trans, useLingui } from "@lingui/react/macro";
import type { AdminSchema } from "#/shared/api/admin";
import { useFormat } from "#/shared/lib/useFormat";
import { Ago } from "#/shared/operator/Ago";
import { useDeed } from "#/shared/operator/useDeed";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { IconButton } from "#/shared/ui/IconButton";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { fileLink } from "../api/knowledge";

type ReceivedFile = AdminSchema<"FileView">;

interface Props {
  chargerId: string;
  files: ReceivedFile[];
}

/** Diagnostics and logs that a charger sent, newest first. */
export function ReceivedFiles({ chargerId, files }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const download = useDeed({
    run: ({ command_id, name }: ReceivedFile) => fileLink(chargerId, command_id, name),
    refresh: [],
    // The file door sends it as an attachment: the page stays.
    onDone: ({ url }) => window.location.assign(url),
  });
  return (
    <Section title={t`Received files`} flush className="lg:col-span-3">
      {files.length === 0 ? (
        <EmptyState icon={<Icon name="file-down" />} title={t`No files yet`}>
          <Trans>What the charger uploads appears here for download.</Trans>
        </EmptyState>
      ) : (
        <Table
          caption={t`Received files`}
          head={
            <>
              <Th>{t`File`}</Th>
              <Th className="text-right">{t`Size`}</Th>
              <Th>{t`Received`}</Th>
              <Th>
                <span className="sr-only">{t`Download`}</span>
              </Th>
            </>
          }
        >
          {files.map((file) => (
            <Tr key={`${file.command_id} ${file.name}`}>
              <Td className="font-medium break-all">{file.name}</Td>
              <Td numeric>{format.bytes(file.size_bytes)}</Td>
              <Td className="text-muted">
                <Ago at={file.stored_at} />
              </Td>
              <Td part="corner" className="text-right">
                <IconButton
                  label={t`Download ${file.name}`}
                  disabled={download.isPending}
                  onClick={() => download.mutate(file)}
                >
                  <Icon name="download" className="size-4" />
                </IconButton>
              </Td>
            </Tr>
          ))}
        </Table>
      )}
    </Section>
  );
}
