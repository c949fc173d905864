import { Trans } from "@lingui/react/macro";
import { type ReactNode, useId } from "react";
import { Button, type ButtonKind } from "#/shared/ui/Button";
import { Dialog } from "#/shared/ui/Dialog";

interface Props {
  title: ReactNode;
  onClose: () => void;
  onSubmit: (form: FormData) => void;
  /** When anything in it is changed. */
  onChange?: () => void;
  /** The deed as a verb: "Save", "Refund". */
  submit: ReactNode;
  submitKind?: ButtonKind;
  busy: boolean;
  disabled?: boolean;
  /** What is wrong and stands at no field. */
  notice: ReactNode;
  /** Two columns of fields, where there is room. */
  wide?: boolean;
  children: ReactNode;
}

/** A form in a dialog: fields, a way out, and the button that sends it. */
export function FormDialog(props: Props) {
  const { title, onClose, onSubmit, onChange, submit, submitKind, busy, wide = false } = props;
  const formId = useId();
  return (
    <Dialog
      wide={wide}
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            kind={submitKind ?? "primary"}
            type="submit"
            form={formId}
            busy={busy}
            disabled={props.disabled}
          >
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(new FormData(event.currentTarget));
        }}
        onChange={onChange}
        className="grid gap-4"
      >
        {props.notice}
        <div className={wide ? "grid gap-4 sm:grid-cols-2" : "grid gap-4"}>{props.children}</div>
      </form>
    </Dialog>
  );
}
