import { Trans } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useFormat } from "#/shared/lib/useFormat";
import { Badge } from "#/shared/ui/Badge";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { QueryView } from "#/shared/ui/QueryView";
import { Skeleton } from "#/shared/ui/Skeleton";
import { tagsQuery } from "../api/tags";

/** The cards that start a charge without this app. */
export function MyTags({ userId }: { userId: string }) {
  const format = useFormat();
  const query = useInfiniteQuery(tagsQuery(userId));
  return (
    <QueryView query={query} skeleton={<Skeleton className="m-4 h-24" />}>
      {(tags) =>
        tags.length === 0 ? (
          <EmptyState icon={<Icon name="credit-card" />} title={<Trans>No card yet</Trans>}>
            <Trans>You can charge with this app. Your operator can add a card for you.</Trans>
          </EmptyState>
        ) : (
          <>
            <ul className="divide-y divide-line">
              {tags.map((tag) => (
                <li key={tag.id_tag} className="flex min-h-14 items-center gap-3 px-4 py-2">
                  <Icon name="nfc" className="size-5 shrink-0 text-muted" />
                  <span className="min-w-0 flex-1 font-mono text-sm">{tag.id_tag}</span>
                  {tag.expires_at ? (
                    <span className="text-sm text-muted">
                      <Trans>until {format.date(tag.expires_at)}</Trans>
                    </span>
                  ) : null}
                  {tag.blocked ? (
                    <Badge tone="bad">
                      <Trans>Blocked</Trans>
                    </Badge>
                  ) : (
                    <Badge tone="good">
                      <Trans>Active</Trans>
                    </Badge>
                  )}
                </li>
              ))}
            </ul>
            <LoadMore query={query} />
          </>
        )
      }
    </QueryView>
  );
}
