import { type ReactNode, useState } from "react";
import { Button } from "#/shared/ui/Button";
import { ConfirmDialog } from "#/shared/ui/ConfirmDialog";
import { Icon, type IconName } from "#/shared/ui/Icon";
import { type DeedOptions, useDeed } from "./useDeed";

interface Props extends Omit<DeedOptions<void, unknown>, "onDone" | "quiet"> {
  icon: IconName;
  name: ReactNode;
  /** The question: "Delete this tariff?" */
  title: ReactNode;
  /** The deed as a verb: "Delete tariff". */
  confirm: ReactNode;
  onDone?: () => unknown;
  /** What will happen. */
  children: ReactNode;
}

/** A button for what cannot be taken back: it asks, and tells what will happen. */
export function AskFirst({ icon, name, title, confirm, children, onDone, ...deed }: Props) {
  const [isAsking, setAsking] = useState(false);
  const { mutate, isPending } = useDeed({
    ...deed,
    onDone: () => {
      setAsking(false);
      onDone?.();
    },
  });
  return (
    <>
      <Button icon={<Icon name={icon} className="size-4" />} onClick={() => setAsking(true)}>
        {name}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => mutate()}
        busy={isPending}
        title={title}
        confirm={confirm}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}
