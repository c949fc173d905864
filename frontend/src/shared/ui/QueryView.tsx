import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorNotice, ErrorState } from "./ErrorState";
import { SkeletonRows } from "./Skeleton";

interface Props<Data> {
  query: Pick<UseQueryResult<Data>, "data" | "error" | "refetch">;
  children: (data: Data) => ReactNode;
  /** Of the final height. */
  skeleton?: ReactNode;
}

/** The states of a read: skeleton, error, or the data (kept, with a notice, when a renewal fails). */
export function QueryView<Data>({ query, children, skeleton }: Props<Data>) {
  if (query.data !== undefined) {
    return (
      <>
        {query.error ? (
          <div className="mb-4">
            <ErrorNotice error={query.error} onRetry={() => query.refetch()} />
          </div>
        ) : null}
        {children(query.data)}
      </>
    );
  }
  if (query.error) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  return skeleton ?? <SkeletonRows />;
}
