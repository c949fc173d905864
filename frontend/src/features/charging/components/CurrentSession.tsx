import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { useMaybeProfile } from "#/shared/auth/profile";
import { useFormat } from "#/shared/lib/useFormat";
import { live } from "#/shared/live/live";
import { Icon } from "#/shared/ui/Icon";
import { isWaiting, recentSessionsQuery, sessionQuery } from "../api/sessions";

/** On every page of a driver who charges right now: how much, and the way to the live view. */
export function CurrentSession() {
  const profile = useMaybeProfile();
  return profile ? <CurrentSessionOf userId={profile.user_id} /> : null;
}

function CurrentSessionOf({ userId }: { userId: string }) {
  const recent = useQuery({ ...recentSessionsQuery(userId), ...live() });
  const candidate = recent.data?.items.find(
    (session) => isWaiting(session) || session.state === "LINKED",
  );
  return candidate ? <Banner userId={userId} sessionId={candidate.session_id} /> : null;
}

function Banner({ userId, sessionId }: { userId: string; sessionId: string }) {
  const format = useFormat();
  const path = useLocation({ select: (location) => location.pathname });
  const session = useQuery(sessionQuery(userId, sessionId)).data;
  const isRunning = session?.transaction?.state === "RUNNING";
  if (!session || (!isWaiting(session) && !isRunning)) return null;
  if (path === `/sessions/${sessionId}`) return null;
  return (
    <Link
      to="/sessions/$sessionId"
      params={{ sessionId }}
      className="print-hidden block bg-hero text-on-hero"
    >
      <span className="mx-auto flex min-h-14 max-w-6xl items-center gap-3 px-4 md:px-6">
        <span className="grid size-8 place-items-center rounded-full bg-volt text-[#12200a]">
          <Icon name="zap" className="size-4" fill="currentColor" />
        </span>
        <span className="min-w-0 flex-1 font-medium">
          {isRunning ? <Trans>Charging now</Trans> : <Trans>Waiting for the charger</Trans>}
        </span>
        {isRunning ? (
          <span className="font-semibold tabular">
            {format.energy(session.transaction?.energy_wh ?? 0)}
          </span>
        ) : null}
        <Icon name="chevron-right" className="size-5 text-hero-muted" />
      </span>
    </Link>
  );
}
