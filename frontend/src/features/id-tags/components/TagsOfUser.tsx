import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { QueryView } from "#/shared/ui/QueryView";
import { tagsQuery } from "../api/tags";
import { NewTagForm } from "./TagForm";
import { TagTable } from "./TagTable";

export function TagsOfUser({ userId }: { userId: string }) {
  const { t } = useLingui();
  const [isAdding, setAdding] = useState(false);
  const query = useInfiniteQuery(tagsQuery({ userId }));
  return (
    <Section
      flush
      title={t`Tags`}
      actions={
        <Button
          size="small"
          icon={<Icon name="plus" className="size-4" />}
          onClick={() => setAdding(true)}
        >
          <Trans>Add tag</Trans>
        </Button>
      }
    >
      <QueryView query={query}>
        {(tags) =>
          tags.length === 0 ? (
            <EmptyState icon={<Icon name="id-card" />} title={t`No tags`}>
              <Trans>With a tag this person can charge without the app.</Trans>
            </EmptyState>
          ) : (
            <TagTable tags={tags} withPayer={false} />
          )
        }
      </QueryView>
      <LoadMore query={query} />
      {isAdding ? <NewTagForm userId={userId} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}
