import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useIdempotencyKey } from "#/shared/api/idempotency";
import { useFormat } from "#/shared/lib/useFormat";
import { Button } from "#/shared/ui/Button";
import { Card } from "#/shared/ui/Card";
import { useErrorText } from "#/shared/ui/ErrorState";
import { Icon } from "#/shared/ui/Icon";
import { Skeleton } from "#/shared/ui/Skeleton";
import { type Wallet, walletQuery } from "#/shared/wallet/wallet";
import { type Connector, mayStart } from "../api/connector";
import { startSession } from "../api/sessions";

interface Props {
  connector: Connector;
  userId: string;
}

/** The balance, and the button that starts. A start is asked for once, whatever is clicked. */
export function StartPanel({ connector, userId }: Props) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const wallet = useQuery(walletQuery(userId));
  const key = useIdempotencyKey(`start.${connector.charger_id}.${connector.connector_id}`);
  const errorText = useErrorText();
  const start = useMutation({
    mutationFn: () =>
      startSession(
        userId,
        { charger_id: connector.charger_id, connector_id: connector.connector_id },
        key.current(),
      ),
    onSuccess: (session) => {
      key.next();
      void client.invalidateQueries({ queryKey: ["sessions", userId] });
      void navigate({
        to: "/sessions/$sessionId",
        params: { sessionId: session.session_id },
        replace: true,
      });
    },
    onError: (error) => {
      // A refusal is an answer; without an answer the same key asks again for the same start.
      if ("status" in error && error.status !== 0) key.next();
    },
  });
  const isLow =
    wallet.data !== undefined && wallet.data.available_minor < connector.minimum_balance_minor;
  const isPossible = mayStart(connector) && connector.station.price !== null && !isLow;

  return (
    <Card className="grid gap-4 p-4">
      {wallet.data ? (
        <Balance
          wallet={wallet.data}
          minimumMinor={connector.minimum_balance_minor}
          isLow={isLow}
        />
      ) : (
        <Skeleton className="h-12" />
      )}
      {start.error ? (
        <p
          role="alert"
          className="flex gap-2.5 rounded-control bg-bad-soft px-4 py-3 font-medium text-bad"
        >
          <Icon name="triangle-exclamation-point" className="mt-0.5 size-5 shrink-0" />
          {errorText(start.error)}
        </p>
      ) : null}
      <Button
        kind="primary"
        size="large"
        busy={start.isPending || start.isSuccess}
        disabled={!isPossible}
        icon={<Icon name="zap" className="size-5" fill="currentColor" />}
        onClick={() => start.mutate()}
      >
        <Trans>Start charging</Trans>
      </Button>
    </Card>
  );
}

function Balance({
  wallet,
  minimumMinor,
  isLow,
}: {
  wallet: Wallet;
  minimumMinor: number;
  isLow: boolean;
}) {
  const format = useFormat();
  const minimum = format.money(minimumMinor, wallet.currency);
  return (
    <div className="flex items-start gap-3">
      <span className="grid size-10 shrink-0 place-items-center rounded-control bg-brand-soft text-brand-ink">
        <Icon name="wallet" className="size-5" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-medium tabular">
          <Trans>{format.money(wallet.available_minor, wallet.currency)} available</Trans>
        </p>
        <p className={isLow ? "text-sm font-medium text-bad" : "text-sm text-muted"}>
          {isLow ? (
            <Trans>A charge here needs at least {minimum}.</Trans>
          ) : minimumMinor > 0 ? (
            <Trans>{minimum} is needed to begin. You pay what you charge.</Trans>
          ) : (
            <Trans>You pay what you charge.</Trans>
          )}{" "}
          {isLow ? (
            <Link to="/wallet" className="underline underline-offset-2">
              <Trans>To your wallet</Trans>
            </Link>
          ) : null}
        </p>
      </div>
    </div>
  );
}
