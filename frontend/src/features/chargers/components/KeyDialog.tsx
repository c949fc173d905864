import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ChargerDetail } from "#/shared/operator/chargers";
import { useDeed } from "#/shared/operator/useDeed";
import { Button } from "#/shared/ui/Button";
import { Dialog } from "#/shared/ui/Dialog";
import { type Access, rekeyCharger, rotateKey } from "../api/editing";
import { AccessCard } from "./AccessCard";

interface Props {
  charger: ChargerDetail;
  open: boolean;
  onClose: () => void;
}

/** A new password: over the wire, or at once when the old one is lost. */
export function KeyDialog({ charger, open, onClose }: Props) {
  const { t } = useLingui();
  const [access, setAccess] = useState<Access | null>(null);
  const { charger_id } = charger;
  const refresh = [["admin", "charger", charger_id]];
  const rotate = useDeed({ run: () => rotateKey(charger_id), refresh, onDone: setAccess });
  const rekey = useDeed({ run: () => rekeyCharger(charger_id), refresh, onDone: setAccess });
  const isBusy = rotate.isPending || rekey.isPending;
  const close = () => {
    setAccess(null);
    onClose();
  };
  return (
    <Dialog wide open={open} onClose={close} title={t`Password of ${charger.name}`}>
      {access ? (
        <AccessCard access={access} />
      ) : (
        <div className="grid gap-5">
          {charger.pending_password ? (
            <p className="rounded-control bg-busy-soft px-3 py-2 text-sm text-busy">
              <Trans>
                A new password is on its way and waits for the charger to use it. Both are good
                until then.
              </Trans>
            </p>
          ) : null}
          <div className="grid justify-items-start gap-2">
            <p>
              <Trans>
                Send a new password over the connection. The charger reconnects with it; the old one
                is good until then.
              </Trans>
            </p>
            <Button
              kind="primary"
              busy={rotate.isPending}
              disabled={isBusy}
              onClick={() => rotate.mutate(undefined)}
            >
              <Trans>Rotate over the wire</Trans>
            </Button>
          </div>
          <div className="grid justify-items-start gap-2 border-t border-line pt-5">
            <p>
              <Trans>
                The password is lost, or somebody else has it: replace it now. The charger is cut
                off until the new one is entered by hand.
              </Trans>
            </p>
            <Button
              kind="danger"
              busy={rekey.isPending}
              disabled={isBusy}
              onClick={() => rekey.mutate(undefined)}
            >
              <Trans>Replace at once</Trans>
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
