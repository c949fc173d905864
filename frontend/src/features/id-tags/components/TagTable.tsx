import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "#/shared/lib/useFormat";
import { useNow } from "#/shared/live/useNow";
import { UserLink } from "#/shared/operator/UserLink";
import { useDeed } from "#/shared/operator/useDeed";
import { Badge } from "#/shared/ui/Badge";
import { Button } from "#/shared/ui/Button";
import { ConfirmDialog } from "#/shared/ui/ConfirmDialog";
import { useErrorText } from "#/shared/ui/ErrorState";
import { Icon } from "#/shared/ui/Icon";
import { IconButton } from "#/shared/ui/IconButton";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { toast } from "#/shared/ui/toast";
import { VirtualRows } from "#/shared/ui/VirtualRows";
import { deleteTag, replaceTag, type Tag } from "../api/tags";
import { EditTagForm } from "./TagForm";

const MINUTE_MS = 60_000;

interface Props {
  tags: Tag[];
  /** On a person's own page it says nothing. */
  withPayer?: boolean;
}

export function TagTable({ tags, withPayer = true }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const now = useNow(MINUTE_MS);
  const [edited, setEdited] = useState<Tag | null>(null);
  const [doomed, setDoomed] = useState<Tag | null>(null);
  const remove = useDeed({
    run: (tag: Tag) => deleteTag(tag.id_tag),
    refresh: [["admin", "id-tags"]],
    said: t`The tag is deleted.`,
    onDone: () => setDoomed(null),
  });
  return (
    <>
      <Table
        caption={t`Tags`}
        rowCount={tags.length}
        head={
          <>
            <Th>{t`Tag`}</Th>
            <Th>{t`State`}</Th>
            {withPayer ? <Th>{t`Who pays`}</Th> : null}
            <Th>{t`Group`}</Th>
            <Th>{t`Expires`}</Th>
            <Th className="text-right">{t`At once`}</Th>
            <Th>
              <span className="sr-only">{t`Change`}</span>
            </Th>
          </>
        }
      >
        <VirtualRows items={tags} keyOf={(tag) => tag.id_tag} as="tr" height={49}>
          {(tag, row) => (
            <Tr key={tag.id_tag} {...row}>
              <Td className="font-mono font-medium whitespace-nowrap">{tag.id_tag}</Td>
              <Td part="corner">
                <TagState
                  tag={tag}
                  isExpired={tag.expires_at !== null && Date.parse(tag.expires_at) < now}
                />
              </Td>
              {withPayer ? (
                <Td>
                  {tag.user_id ? (
                    <UserLink userId={tag.user_id} name={tag.user_name} />
                  ) : (
                    <span className="text-muted">{t`Nobody`}</span>
                  )}
                </Td>
              ) : null}
              <Td className="font-mono text-xs whitespace-nowrap">{tag.parent_id_tag ?? "–"}</Td>
              <Td className="tabular">{tag.expires_at ? format.date(tag.expires_at) : t`Never`}</Td>
              <Td numeric>{format.number(tag.concurrent_limit)}</Td>
              <Td part="actions">
                <span className="flex items-center justify-end">
                  <BlockButton tag={tag} />
                  <IconButton label={t`Edit ${tag.id_tag}`} onClick={() => setEdited(tag)}>
                    <Icon name="pencil" className="size-4" />
                  </IconButton>
                  <IconButton label={t`Delete ${tag.id_tag}`} onClick={() => setDoomed(tag)}>
                    <Icon name="trash" className="size-4" />
                  </IconButton>
                </span>
              </Td>
            </Tr>
          )}
        </VirtualRows>
      </Table>
      {edited ? <EditTagForm tag={edited} onClose={() => setEdited(null)} /> : null}
      <ConfirmDialog
        open={doomed !== null}
        onClose={() => setDoomed(null)}
        onConfirm={() => doomed && remove.mutate(doomed)}
        busy={remove.isPending}
        title={t`Delete this tag?`}
        confirm={t`Delete tag`}
      >
        {t`It is unknown from now on. What runs on it goes on.`}
      </ConfirmDialog>
    </>
  );
}

function TagState({ tag, isExpired }: { tag: Tag; isExpired: boolean }) {
  const { t } = useLingui();
  if (tag.blocked) return <Badge tone="bad">{t`Blocked`}</Badge>;
  if (isExpired) return <Badge tone="warn">{t`Expired`}</Badge>;
  return <Badge tone="good">{t`Good`}</Badge>;
}

/** A flag: shown at once, taken back when the server refuses. */
function BlockButton({ tag }: { tag: Tag }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { id_tag, user_id, expires_at, parent_id_tag, concurrent_limit, version } = tag;
  const fields = { user_id, expires_at, parent_id_tag, concurrent_limit, version };
  const deed = useMutation({
    mutationFn: (blocked: boolean) => replaceTag(id_tag, { ...fields, blocked }),
    onError: (error) => toast("bad", errorText(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ["admin", "id-tags"] }),
  });
  const isBlocked = deed.isPending ? deed.variables : tag.blocked;
  return (
    <Button
      kind="quiet"
      size="small"
      disabled={deed.isPending}
      onClick={() => deed.mutate(!tag.blocked)}
    >
      {isBlocked ? t`Unblock` : t`Block`}
    </Button>
  );
}
