import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "./Button";
import { Dialog } from "./Dialog";

interface Props {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: ReactNode;
  /** What will happen, so that nobody has to guess. */
  children: ReactNode;
  /** The deed as a verb: "Reset", "Delete". */
  confirm: ReactNode;
  busy?: boolean;
  danger?: boolean;
}

/** Asks before something that cannot be undone; focus starts on the safe button. */
export function ConfirmDialog(props: Props) {
  const { open, onClose, onConfirm, title, children, confirm, busy = false, danger = true } = props;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button data-autofocus onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button kind={danger ? "danger" : "primary"} busy={busy} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
