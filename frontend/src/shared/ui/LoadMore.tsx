import { Trans } from "@lingui/react/macro";
import { useEffect } from "react";
import { Button } from "./Button";

interface Props {
  query: {
    data: unknown[] | undefined;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    fetchNextPage: () => unknown;
  };
  /** Says how to look further, where that takes long: a person decides whether to. */
  further?: string;
}

/** The next page of an endless list. Where a filter left nothing of the first, it comes by itself. */
export function LoadMore({ query, further }: Props) {
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const isEmpty = data?.length === 0;
  const goesOn =
    isEmpty && further === undefined && hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <div className="grid place-items-center p-4">
      <Button busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
        {(isEmpty && further) || <Trans>Show more</Trans>}
      </Button>
    </div>
  );
}
