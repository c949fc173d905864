import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Ago } from "#/shared/operator/Ago";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { tagsQuery, unknownTagsQuery } from "../api/tags";
import { TagForm } from "../components/TagForm";
import { TagTable } from "../components/TagTable";

/** Who may charge, and tags that somebody tried and nobody knows. */
export function TagsPage() {
  const { t } = useLingui();
  // The number of the new tag: "" when it has to be typed.
  const [adding, setAdding] = useState<string | null>(null);
  const query = useInfiniteQuery(tagsQuery(undefined));
  const newButton = (
    <Button
      kind="primary"
      icon={<Icon name="plus" className="size-4" />}
      onClick={() => setAdding("")}
    >
      <Trans>New tag</Trans>
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t`Tags`}
        lead={<Trans>Cards and fobs that start charging without the app.</Trans>}
        actions={newButton}
      />
      <div className="grid gap-5">
        <UnknownTags onRegister={setAdding} />
        <Section title={t`All tags`} flush>
          <QueryView query={query}>
            {(tags) =>
              tags.length === 0 ? (
                <EmptyState
                  icon={<Icon name="id-card" />}
                  title={t`No tags yet`}
                  action={newButton}
                >
                  <Trans>Register the first one, with who pays for it.</Trans>
                </EmptyState>
              ) : (
                <TagTable tags={tags} />
              )
            }
          </QueryView>
          <LoadMore query={query} />
        </Section>
      </div>
      {adding === null ? null : (
        <TagForm tag={null} idTag={adding} onClose={() => setAdding(null)} />
      )}
    </>
  );
}

function UnknownTags({ onRegister }: { onRegister: (idTag: string) => void }) {
  const { t } = useLingui();
  const query = useQuery(unknownTagsQuery);
  return (
    <Section title={t`Unknown tags`} flush>
      <QueryView query={query}>
        {(tags) =>
          tags.length === 0 ? (
            <EmptyState icon={<Icon name="inbox" />} title={t`The inbox is empty`}>
              <Trans>A tag that was presented and is known to nobody appears here.</Trans>
            </EmptyState>
          ) : (
            <Table
              caption={t`Unknown tags`}
              head={
                <>
                  <Th>{t`Tag`}</Th>
                  <Th>{t`Where`}</Th>
                  <Th>{t`Last seen`}</Th>
                  <Th className="text-right">{t`Times`}</Th>
                  <Th>
                    <span className="sr-only">{t`Register`}</span>
                  </Th>
                </>
              }
            >
              {tags.map((tag) => (
                <Tr key={tag.key}>
                  <Td className="font-mono font-medium">{tag.key}</Td>
                  <Td className="text-muted">{tag.detail}</Td>
                  <Td>
                    <Ago at={tag.last_seen_at} />
                  </Td>
                  <Td numeric>{tag.times}</Td>
                  <Td className="text-right">
                    <Button size="small" onClick={() => onRegister(tag.key)}>
                      <Trans>Register</Trans>
                    </Button>
                  </Td>
                </Tr>
              ))}
            </Table>
          )
        }
      </QueryView>
    </Section>
  );
}
