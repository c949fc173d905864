import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { cx } from "#/shared/lib/cx";
import { Icon } from "#/shared/ui/Icon";
import { IconButton } from "./IconButton";

interface Props {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons at the end; the safe one first. */
  footer?: ReactNode;
  wide?: boolean;
}

/**
 * A modal dialog on the platform's own: it traps focus, closes on Escape, and gives focus back to
 * what opened it. On phones it is a sheet at the bottom.
 */
export function Dialog({ open, onClose, title, children, footer, wide = false }: Props) {
  const { t } = useLingui();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || !open) return;
    const opener = document.activeElement;
    dialog.showModal();
    // React focuses `autoFocus` before the dialog is open, and the platform then takes it away.
    dialog.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => {
      dialog.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [open]);

  if (!open) return null;
  return (
    // The click handler closes on the backdrop only; the keyboard has Escape.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same.
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
      className={cx(
        "m-auto max-h-[90dvh] w-[calc(100%-2rem)] overflow-hidden rounded-card bg-surface p-0 text-ink shadow-high",
        "animate-[rise_0.2s_ease-out] max-sm:mb-0 max-sm:w-full max-sm:max-w-full max-sm:rounded-b-none",
        wide ? "sm:max-w-2xl" : "sm:max-w-md",
      )}
    >
      <div className="flex max-h-[90dvh] flex-col">
        <header className="flex items-center justify-between gap-4 border-b border-line py-2 pr-2 pl-5">
          <h2 id={titleId} className="text-lg font-semibold">
            {title}
          </h2>
          <IconButton label={t`Close`} onClick={onClose}>
            <Icon name="x" className="size-5" />
          </IconButton>
        </header>
        <div className="overflow-y-auto px-5 py-4">{children}</div>
        {footer ? (
          <footer className="flex flex-wrap justify-end gap-2 border-t border-line bg-canvas px-5 py-3">
            {footer}
          </footer>
        ) : null}
      </div>
    </dialog>
  );
}
