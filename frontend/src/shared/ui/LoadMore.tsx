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
}

/** The next page of an endless list. Where a filter left nothing of the first, it comes by itself. */
export function LoadMore({ query }: Props) {
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const isEmpty = data?.length === 0;
  const goesOn = isEmpty && hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <div className="grid place-items-center p-4">
      <Button busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
        <Trans>Show more</Trans>
      </Button>
    </div>
  );
}
