import type { ReactNode } from "react";
import { Card } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon, type IconName } from "#/shared/ui/Icon";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";

interface Props<Item> {
  title: string;
  lead: ReactNode;
  /** The button that makes one more, or the first. */
  action: ReactNode;
  query: Parameters<typeof QueryView<Item[]>>[0]["query"];
  /** What stands there while there are none. */
  empty: { icon: IconName; title: string; text: ReactNode };
  /** The way to the next page. */
  more?: ReactNode;
  children: (items: Item[]) => ReactNode;
}

/** A page that is a list of things, which are made on pages or in dialogs of their own. */
export function ListPage<Item>(props: Props<Item>) {
  const { title, lead, action, query, empty, more, children } = props;
  return (
    <>
      <PageHeader title={title} lead={lead} actions={action} />
      <Card className="overflow-hidden">
        <QueryView query={query}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState icon={<Icon name={empty.icon} />} title={empty.title} action={action}>
                {empty.text}
              </EmptyState>
            ) : (
              children(items)
            )
          }
        </QueryView>
        {more}
      </Card>
    </>
  );
}
