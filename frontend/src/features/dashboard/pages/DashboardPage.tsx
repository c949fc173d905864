import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Freshness, useStale } from "#/shared/live/Freshness";
import { stationsQuery } from "#/shared/operator/stations";
import { ErrorNotice } from "#/shared/ui/ErrorState";
import { PageHeader } from "#/shared/ui/PageHeader";
import type { Range } from "../api/summary";
import { NetworkTiles } from "../components/NetworkTiles";
import { RangeSummary } from "../components/RangeSummary";
import { WorkQueues } from "../components/WorkQueues";

interface Props {
  range: Range;
  onRange: (range: Range) => void;
  /** What charges right now. */
  children: ReactNode;
}

/** What an operator wants to know first: how it is, what was charged, what waits. */
export function DashboardPage({ range, onRange, children }: Props) {
  const { t } = useLingui();
  const stations = useQuery(stationsQuery);
  const isOld = useStale(stations.dataUpdatedAt);
  return (
    <>
      <PageHeader title={t`Dashboard`} lead={<Freshness updatedAt={stations.dataUpdatedAt} />} />
      {stations.error ? (
        <div className="mb-4">
          <ErrorNotice error={stations.error} onRetry={() => stations.refetch()} />
        </div>
      ) : null}
      <div
        className={`grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem] xl:grid-rows-[auto_1fr] ${isOld ? "stale" : ""}`}
      >
        <div className="grid grid-cols-2 gap-3 md:grid-cols-4 md:gap-4">
          <NetworkTiles />
        </div>
        <div className="xl:col-start-2 xl:row-span-2 xl:row-start-1">
          <WorkQueues />
        </div>
        <div className="grid min-w-0 gap-5">
          <RangeSummary range={range} onRange={onRange} />
          {children}
        </div>
      </div>
    </>
  );
}
