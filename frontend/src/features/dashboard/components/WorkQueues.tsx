import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, type LinkProps } from "@tanstack/react-router";
import { cx } from "#/shared/lib/cx";
import { useFormat } from "#/shared/lib/useFormat";
import { allChargersQuery } from "#/shared/operator/chargers";
import { stationsQuery } from "#/shared/operator/stations";
import { Section } from "#/shared/ui/Card";
import { Icon } from "#/shared/ui/Icon";
import { Skeleton } from "#/shared/ui/Skeleton";
import { countQuery, reviewsQuery, unknownChargersQuery, unknownTagsQuery } from "../api/summary";

interface Queue {
  label: string;
  about: string;
  count: number | undefined;
  hasMore?: boolean;
  link: LinkProps;
}

/** What waits for somebody; an empty queue says so quietly. */
export function WorkQueues() {
  const { t } = useLingui();
  const queues = useQueues();
  const isDone = queues.every((queue) => queue.count === 0);
  return (
    <Section title={t`To do`} flush>
      {isDone ? (
        <p className="flex items-center gap-2 border-b border-line px-4 py-3 text-good">
          <Icon name="circle-check" className="size-4" />
          <Trans>Nothing waits for you.</Trans>
        </p>
      ) : null}
      <ul className="divide-y divide-line">
        {queues.map((queue) => (
          <li key={queue.label}>
            <Row queue={queue} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Row({ queue }: { queue: Queue }) {
  const format = useFormat();
  const { count } = queue;
  return (
    <Link {...queue.link} className="flex min-h-12 items-center gap-3 px-4 py-2 hover:bg-sunken/50">
      {count === undefined ? (
        <Skeleton className="h-6 w-8" />
      ) : (
        <span
          className={cx(
            "grid h-6 min-w-8 place-items-center rounded-full px-2 text-sm font-semibold tabular",
            count > 0 ? "bg-warn-soft text-warn" : "bg-idle-soft text-idle",
          )}
        >
          {format.number(count)}
          {queue.hasMore ? "+" : ""}
        </span>
      )}
      <span className="min-w-0 flex-1">
        <span className={cx("block", count === 0 ? "text-muted" : "font-medium")}>
          {queue.label}
        </span>
        <span className="block text-xs text-muted">{queue.about}</span>
      </span>
      <Icon name="chevron-right" className="size-4 text-muted" />
    </Link>
  );
}

function useQueues(): Queue[] {
  const { t } = useLingui();
  const chargers = useQuery(allChargersQuery).data;
  const stations = useQuery(stationsQuery).data;
  const held = useQuery(countQuery("HELD")).data;
  const failed = useQuery(countQuery("BILLING_FAILED")).data;
  const unknownChargers = useQuery(unknownChargersQuery).data;
  const unknownTags = useQuery(unknownTagsQuery).data;
  const stops = useQuery(reviewsQuery("orphan-stop")).data;
  const starts = useQuery(reviewsQuery("historic-start")).data;
  const silent = chargers?.filter(
    (one) =>
      one.reachability === "offline" &&
      one.registration !== "Rejected" &&
      one.last_seen_at !== null,
  );
  const pending = chargers?.filter((one) => one.registration === "Pending");
  const faulted = stations?.filter((one) => (one.connectors.faulted ?? 0) > 0);
  const first = faulted?.[0];
  return [
    {
      label: t`Stations with faults`,
      about: t`A connector reports a fault`,
      count: faulted?.length,
      link:
        faulted?.length === 1 && first
          ? { to: "/admin/stations/$stationId", params: { stationId: first.station_id } }
          : { to: "/admin/stations" },
    },
    {
      label: t`Silent chargers`,
      about: t`Not heard from for too long`,
      count: silent?.length,
      link: { to: "/admin/chargers", search: { state: "offline" } },
    },
    {
      label: t`Chargers that await approval`,
      about: t`They may not charge until then`,
      count: pending?.length,
      link: { to: "/admin/chargers" },
    },
    {
      label: t`Held transactions`,
      about: t`Something about them is not plausible`,
      count: held?.count,
      hasMore: held?.hasMore ?? false,
      link: { to: "/admin/transactions", search: { state: "HELD" } },
    },
    {
      label: t`Failed bills`,
      about: t`The wallet had too little`,
      count: failed?.count,
      hasMore: failed?.hasMore ?? false,
      link: { to: "/admin/billing" },
    },
    {
      label: t`Unknown chargers`,
      about: t`They dialled in and were refused`,
      count: unknownChargers?.length,
      link: { to: "/admin/unknown-chargers" },
    },
    {
      label: t`Unknown tags`,
      about: t`Presented, and known to nobody`,
      count: unknownTags?.length,
      link: { to: "/admin/id-tags" },
    },
    {
      label: t`Messages to review`,
      about: t`They fit no transaction`,
      count: stops === undefined || starts === undefined ? undefined : stops + starts,
      link: { to: "/admin/reviews" },
    },
  ];
}
