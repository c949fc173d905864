import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { ChargerDetail } from "#/shared/operator/chargers";
import { useDeed } from "#/shared/operator/useDeed";
import { Button, ButtonLink } from "#/shared/ui/Button";
import { ConfirmDialog } from "#/shared/ui/ConfirmDialog";
import { Icon } from "#/shared/ui/Icon";
import { type Decision, decideCharger, deleteCharger } from "../api/editing";
import { ChargerForm } from "./ChargerForm";
import { KeyDialog } from "./KeyDialog";

type Asked = "edit" | "key" | "disable" | "delete";
const ICON = "size-4";

/** What an operator may do with a charger itself; commands have a tab. */
export function ChargerActions({ charger }: { charger: ChargerDetail }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { charger_id, registration, name } = charger;
  const close = () => setAsked(null);
  const decide = useDeed({
    run: (decision: Decision) => decideCharger(charger_id, decision),
    refresh: [
      ["admin", "charger", charger_id],
      ["admin", "chargers"],
      ["admin", "stations"],
    ],
    said: t`Done.`,
    onDone: close,
  });
  const remove = useDeed({
    run: () => deleteCharger(charger_id),
    refresh: [
      ["admin", "chargers"],
      ["admin", "stations"],
    ],
    said: t`The charger is deleted.`,
    onDone: () => navigate({ to: "/admin/chargers" }),
  });

  return (
    <>
      {registration === "Pending" ? (
        <Button
          kind="primary"
          icon={<Icon name="check" className={ICON} />}
          busy={decide.isPending}
          onClick={() => decide.mutate("approve")}
        >
          <Trans>Approve</Trans>
        </Button>
      ) : null}
      {registration === "Rejected" ? (
        <Button
          kind="primary"
          icon={<Icon name="power" className={ICON} />}
          busy={decide.isPending}
          onClick={() => decide.mutate("enable")}
        >
          <Trans>Enable</Trans>
        </Button>
      ) : null}
      <Button icon={<Icon name="pencil" className={ICON} />} onClick={() => setAsked("edit")}>
        <Trans>Edit</Trans>
      </Button>
      <ButtonLink
        to="/admin/codes"
        search={{ charger: charger_id }}
        icon={<Icon name="qr-code" className={ICON} />}
      >
        <Trans>QR codes</Trans>
      </ButtonLink>
      <Button icon={<Icon name="key-round" className={ICON} />} onClick={() => setAsked("key")}>
        <Trans>Password</Trans>
      </Button>
      {registration === "Rejected" ? null : (
        <Button icon={<Icon name="ban" className={ICON} />} onClick={() => setAsked("disable")}>
          <Trans>Disable</Trans>
        </Button>
      )}
      <Button icon={<Icon name="trash" className={ICON} />} onClick={() => setAsked("delete")}>
        <Trans>Delete</Trans>
      </Button>

      <ChargerForm charger={charger} open={asked === "edit"} onClose={close} />
      <KeyDialog charger={charger} open={asked === "key"} onClose={close} />
      <ConfirmDialog
        open={asked === "disable"}
        onClose={close}
        onConfirm={() => decide.mutate("disable")}
        busy={decide.isPending}
        title={t`Disable ${name}?`}
        confirm={t`Disable`}
      >
        <Trans>
          Its connection is closed and it is refused from now on, until somebody enables it again.
        </Trans>
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === "delete"}
        onClose={close}
        onConfirm={() => remove.mutate(undefined)}
        busy={remove.isPending}
        title={t`Delete ${name}?`}
        confirm={t`Delete charger`}
      >
        <Trans>
          It is refused from now on. Its transactions and messages stay. A charger that charges
          cannot be deleted.
        </Trans>
      </ConfirmDialog>
    </>
  );
}
