import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { AskFirst } from "#/shared/operator/AskFirst";
import type { ChargerDetail } from "#/shared/operator/chargers";
import { useDeed } from "#/shared/operator/useDeed";
import { Button, ButtonLink } from "#/shared/ui/Button";
import { Icon } from "#/shared/ui/Icon";
import { type Decision, decideCharger, deleteCharger } from "../api/editing";
import { ChargerForm } from "./ChargerForm";
import { KeyDialog } from "./KeyDialog";

type Asked = "edit" | "key";
const ICON = "size-4";

/** What an operator may do with a charger itself; commands have a tab. */
export function ChargerActions({ charger }: { charger: ChargerDetail }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { charger_id, registration, name } = charger;
  const close = () => setAsked(null);
  const refresh = [
    ["admin", "charger", charger_id],
    ["admin", "chargers"],
    ["admin", "stations"],
  ];
  const decide = useDeed({
    run: (decision: Decision) => decideCharger(charger_id, decision),
    refresh,
    said: t`Done.`,
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
        <AskFirst
          icon="ban"
          name={t`Disable`}
          title={t`Disable ${name}?`}
          confirm={t`Disable`}
          run={() => decideCharger(charger_id, "disable")}
          refresh={refresh}
          said={t`Done.`}
        >
          <Trans>
            Its connection is closed and it is refused from now on, until somebody enables it again.
          </Trans>
        </AskFirst>
      )}
      <AskFirst
        icon="trash"
        name={t`Delete`}
        title={t`Delete ${name}?`}
        confirm={t`Delete charger`}
        run={() => deleteCharger(charger_id)}
        refresh={[
          ["admin", "chargers"],
          ["admin", "stations"],
        ]}
        said={t`The charger is deleted.`}
        onDone={() => navigate({ to: "/admin/chargers" })}
      >
        <Trans>
          It is refused from now on. Its transactions and messages stay. A charger that charges
          cannot be deleted.
        </Trans>
      </AskFirst>
      {asked === "edit" ? <ChargerForm charger={charger} onClose={close} /> : null}
      <KeyDialog charger={charger} open={asked === "key"} onClose={close} />
    </>
  );
}
