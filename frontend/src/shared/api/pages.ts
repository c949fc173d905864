import { infiniteQueryOptions } from "@tanstack/react-query";

interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}

/** An endless list over the API's cursors; `read` asks for the page behind a cursor. */
export function pagedQuery<Item>(
  key: readonly unknown[],
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>,
) {
  return infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page<Item>) => page.next_cursor ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}
