import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useProfile } from "#/shared/auth/profile";
import { QueryView } from "#/shared/ui/QueryView";
import { Skeleton } from "#/shared/ui/Skeleton";
import { usePageTitle } from "#/shared/ui/usePageTitle";
import { type ChargingSession, isWaiting, sessionQuery } from "../api/sessions";
import { EndedSession } from "../components/EndedSession";
import { FailedSession } from "../components/FailedSession";
import { LiveSession } from "../components/LiveSession";
import { WaitingSession } from "../components/WaitingSession";

/** One charge from the wish to the bill. All of it is read from the server: reload as you like. */
export function SessionPage({ sessionId }: { sessionId: string }) {
  const { t } = useLingui();
  usePageTitle(t`Your charge`);
  const { user_id: userId } = useProfile();
  const query = useQuery(sessionQuery(userId, sessionId));
  return (
    <div className="mx-auto w-full max-w-xl px-4 pt-4 md:pt-8">
      <QueryView query={query} skeleton={<Skeleton className="h-[28rem] rounded-hero" />}>
        {(session) => <Stage session={session} userId={userId} updatedAt={query.dataUpdatedAt} />}
      </QueryView>
    </div>
  );
}

interface StageProps {
  session: ChargingSession;
  userId: string;
  updatedAt: number;
}

function Stage({ session, userId, updatedAt }: StageProps) {
  if (isWaiting(session)) return <WaitingSession session={session} userId={userId} />;
  if (session.state !== "LINKED") return <FailedSession session={session} />;
  const { transaction } = session;
  if (transaction === null || transaction.state === "RUNNING") {
    return <LiveSession session={session} userId={userId} updatedAt={updatedAt} />;
  }
  return <EndedSession transaction={transaction} userId={userId} />;
}
