import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useFormat } from "#/shared/lib/useFormat";
import { BackLink } from "#/shared/operator/BackLink";
import { useDeed } from "#/shared/operator/useDeed";
import { type User, userQuery } from "#/shared/operator/users";
import { Badge } from "#/shared/ui/Badge";
import { Button, ButtonLink } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { ConfirmDialog } from "#/shared/ui/ConfirmDialog";
import { CopyButton } from "#/shared/ui/CopyButton";
import { Facts } from "#/shared/ui/Facts";
import { Icon } from "#/shared/ui/Icon";
import { laterPart } from "#/shared/ui/laterPart";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { Skeleton } from "#/shared/ui/Skeleton";
import { setActive } from "../api/users";
import { Ledger } from "../components/Ledger";
import { WalletCard } from "../components/WalletCard";

const CardRefunds = laterPart(() => import("../components/CardRefunds"));

interface Props {
  userId: string;
  /** Sessions and tags of this person. */
  children: ReactNode;
}

/** One person: their wallet, its ledger, and what they did. */
export function UserPage({ userId, children }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const query = useQuery(userQuery(userId));
  return (
    <QueryView query={query}>
      {(user) => (
        <>
          <PageHeader
            title={user.name || user.user_id}
            above={
              <BackLink to="/admin/users">
                <Trans>Users and wallets</Trans>
              </BackLink>
            }
            lead={
              <span className="flex flex-wrap items-center gap-2">
                {user.email}
                {user.role === "ADMIN" ? <Badge tone="brand">{t`Operator`}</Badge> : null}
                {user.active ? null : <Badge tone="bad">{t`Deactivated`}</Badge>}
              </span>
            }
            actions={
              <>
                <ButtonLink
                  to="/admin/reports/users/$userId"
                  params={{ userId }}
                  icon={<Icon name="chart-line" className="size-4" />}
                >
                  <Trans>Report</Trans>
                </ButtonLink>
                <ActiveButton user={user} />
              </>
            }
          />
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
            <div className="grid min-w-0 gap-5 max-lg:order-2">
              <Ledger userId={userId} />
              <CardRefunds
                fallback={<Skeleton className="h-[338px] sm:h-[312px]" />}
                userId={userId}
              />
              {children}
            </div>
            <div className="grid gap-5">
              <WalletCard userId={userId} />
              <Section title={t`About`} flush>
                <Facts
                  className="px-4 py-1"
                  facts={[
                    {
                      label: t`User id`,
                      value: (
                        <span className="inline-flex flex-wrap items-center justify-end gap-2">
                          <code className="font-mono text-xs">{user.user_id}</code>
                          <CopyButton text={user.user_id} label={t`Copy user id`} />
                        </span>
                      ),
                    },
                    { label: t`Since`, value: format.dateTime(user.created_at) },
                    user.deleted_at
                      ? { label: t`Deleted`, value: format.dateTime(user.deleted_at) }
                      : null,
                  ]}
                />
              </Section>
            </div>
          </div>
        </>
      )}
    </QueryView>
  );
}

function ActiveButton({ user }: { user: User }) {
  const { t } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const deed = useDeed({
    run: (active: boolean) => setActive(user.user_id, active),
    refresh: [
      ["admin", "user", user.user_id],
      ["admin", "users"],
    ],
    said: t`Done.`,
    onDone: () => setAsking(false),
  });
  if (!user.active) {
    return (
      <Button
        icon={<Icon name="check" className="size-4" />}
        busy={deed.isPending}
        onClick={() => deed.mutate(true)}
      >
        <Trans>Activate</Trans>
      </Button>
    );
  }
  return (
    <>
      <Button icon={<Icon name="ban" className="size-4" />} onClick={() => setAsking(true)}>
        <Trans>Deactivate</Trans>
      </Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => deed.mutate(false)}
        busy={deed.isPending}
        title={t`Deactivate ${user.name}?`}
        confirm={t`Deactivate`}
      >
        <Trans>
          They cannot sign in any more. Their tags are blocked one by one, under Tags; the wallet
          stays.
        </Trans>
      </ConfirmDialog>
    </>
  );
}
