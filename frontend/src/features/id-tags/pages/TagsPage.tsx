import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { Ago } from "#/shared/operator/Ago";
import { useSentence } from "#/shared/operator/sentences";
import { useDeed } from "#/shared/operator/useDeed";
import { PLACES_SEEN } from "#/shared/operator/words/sentences";
import { Button, ButtonLink } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Input } from "#/shared/ui/Field";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { dismissUnknownTag, tagsQuery, unknownTagsQuery } from "../api/tags";
import { NewTagForm } from "../components/TagForm";
import { TagTable } from "../components/TagTable";

/** Who may charge, and tags that somebody tried and nobody knows. */
export function TagsPage() {
  const { t } = useLingui();
  // The number of the new tag: "" when it has to be typed.
  const [adding, setAdding] = useState<string | null>(null);
  const [prefix, setPrefix] = useState("");
  const query = useInfiniteQuery({
    ...tagsQuery({ prefix: useDeferredValue(prefix.trim()) }),
    placeholderData: keepPreviousData,
  });
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
        actions={
          <>
            <ButtonLink
              to="/admin/imports"
              search={{ kind: "id-tags" }}
              icon={<Icon name="image-up" className="size-4" />}
            >
              <Trans>Import</Trans>
            </ButtonLink>
            {newButton}
          </>
        }
      />
      <div className="grid gap-5">
        <UnknownTags onRegister={setAdding} />
        <Section
          title={t`All tags`}
          flush
          actions={
            <Input
              type="search"
              aria-label={t`Tag begins with`}
              placeholder={t`Tag begins with`}
              className="w-48"
              value={prefix}
              onChange={(event) => setPrefix(event.target.value)}
            />
          }
        >
          <QueryView query={query}>
            {(tags) =>
              tags.length === 0 && prefix !== "" ? (
                <EmptyState icon={<Icon name="search-x" />} title={t`No tag begins so`}>
                  <Trans>Type less of it, or look for another one.</Trans>
                </EmptyState>
              ) : tags.length === 0 ? (
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
      {adding === null ? null : <NewTagForm idTag={adding} onClose={() => setAdding(null)} />}
    </>
  );
}

function UnknownTags({ onRegister }: { onRegister: (idTag: string) => void }) {
  const { t } = useLingui();
  const say = useSentence();
  const query = useQuery(unknownTagsQuery);
  const dismiss = useDeed({ run: dismissUnknownTag, refresh: [["admin", "unknown-id-tags"]] });
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
                    <span className="sr-only">{t`Register or dismiss`}</span>
                  </Th>
                </>
              }
            >
              {tags.map((tag) => (
                <Tr key={tag.key}>
                  <Td className="font-mono font-medium">{tag.key}</Td>
                  <Td className="text-muted">{say(PLACES_SEEN, tag.detail)}</Td>
                  <Td>
                    <Ago at={tag.last_seen_at} />
                  </Td>
                  <Td numeric>{tag.times}</Td>
                  <Td part="actions">
                    <span className="flex justify-end gap-2">
                      <Button size="small" kind="primary" onClick={() => onRegister(tag.key)}>
                        <Trans>Register</Trans>
                      </Button>
                      <Button
                        size="small"
                        disabled={dismiss.isPending}
                        onClick={() => dismiss.mutate(tag.key)}
                      >
                        <Trans>Dismiss</Trans>
                      </Button>
                    </span>
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
