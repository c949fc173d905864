import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useProfile } from "#/shared/auth/profile";
import { live, SESSION_MS } from "#/shared/live/live";
import { Button } from "#/shared/ui/Button";
import { Icon } from "#/shared/ui/Icon";
import { QueryView } from "#/shared/ui/QueryView";
import { Skeleton } from "#/shared/ui/Skeleton";
import { usePageTitle } from "#/shared/ui/usePageTitle";
import { receiptQuery } from "../api/receipt";
import { transactionQuery } from "../api/transactions";
import { OpenCharge } from "../components/OpenCharge";
import { Receipt } from "../components/Receipt";

const FINAL = new Set(["COMPLETED", "UNBILLED", "CANCELLED"]);

export function ReceiptPage({ transactionId }: { transactionId: number }) {
  const { t } = useLingui();
  usePageTitle(t`Receipt ${transactionId}`);
  const { user_id: userId } = useProfile();
  const query = useQuery({
    ...transactionQuery(userId, transactionId),
    ...live(SESSION_MS),
    refetchInterval: ({ state }) => (FINAL.has(state.data?.state ?? "") ? false : SESSION_MS),
  });
  const isBilled = query.data?.state === "COMPLETED";
  const receipt = useQuery({ ...receiptQuery(userId, transactionId), enabled: isBilled });
  return (
    <div className="mx-auto w-full max-w-xl px-4 pt-3 md:pt-8">
      <div className="print-hidden mb-3 flex items-center justify-between">
        <Link
          to="/history"
          className="inline-flex min-h-11 items-center gap-1.5 text-muted hover:text-ink"
        >
          <Icon name="arrow-left" className="size-4" />
          <Trans>Your charges</Trans>
        </Link>
        <Button icon={<Icon name="printer" className="size-4" />} onClick={() => window.print()}>
          <Trans>Print</Trans>
        </Button>
      </div>
      <QueryView query={query} skeleton={<Skeleton className="h-[32rem] rounded-hero" />}>
        {(transaction) =>
          transaction.state === "COMPLETED" ? (
            <QueryView query={receipt} skeleton={<Skeleton className="h-[32rem] rounded-hero" />}>
              {(document) => <Receipt transaction={transaction} receipt={document} />}
            </QueryView>
          ) : (
            <OpenCharge transaction={transaction} />
          )
        }
      </QueryView>
    </div>
  );
}
