import { Trans } from "@lingui/react/macro";
import { Button } from "./Button";

interface Props {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** The next page of an endless list. */
export function LoadMore({ query }: Props) {
  if (!query.hasNextPage) return null;
  return (
    <div className="grid place-items-center p-4">
      <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
        <Trans>Show more</Trans>
      </Button>
    </div>
  );
}
