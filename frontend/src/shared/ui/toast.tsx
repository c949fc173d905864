import { useLingui } from "@lingui/react/macro";
import { useSyncExternalStore } from "react";
import { cx } from "#/shared/lib/cx";
import { Icon } from "#/shared/ui/Icon";
import { IconButton } from "./IconButton";

interface Toast {
  id: number;
  tone: "good" | "bad";
  text: string;
}

const SHOWN_MS = 6000;
const MOST = 3;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says briefly what happened. Errors stay until they are closed. */
export function toast(tone: Toast["tone"], text: string): void {
  lastId += 1;
  const id = lastId;
  change([...toasts, { id, tone, text }].slice(-MOST));
  if (tone === "good") window.setTimeout(() => dismiss(id), SHOWN_MS);
}

function dismiss(id: number): void {
  change(toasts.filter((one) => one.id !== id));
}

/** Where toasts appear; once per app. */
export function Toaster() {
  const { t } = useLingui();
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-24 z-50 grid justify-items-center gap-2 px-4 md:bottom-6"
    >
      {shown.map(({ id, tone, text }) => (
        <div
          key={id}
          className="pointer-events-auto flex w-full max-w-md animate-[rise_0.2s_ease-out] items-center gap-3 rounded-card border border-line bg-surface py-1.5 pr-1.5 pl-4 shadow-high"
        >
          {tone === "good" ? (
            <Icon name="circle-check" className={cx("size-5 shrink-0 text-good")} />
          ) : (
            <Icon name="triangle-exclamation-point" className="size-5 shrink-0 text-bad" />
          )}
          <p className="min-w-0 flex-1">{text}</p>
          <IconButton label={t`Dismiss`} onClick={() => dismiss(id)}>
            <Icon name="x" className="size-4" />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
