import { Trans, useLingui } from "@lingui/react/macro";
import { Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { cx } from "#/shared/lib/cx";
import { Icon } from "#/shared/ui/Icon";
import { IconButton } from "#/shared/ui/IconButton";
import { Logo } from "#/shared/ui/Logo";
import { SkipLink } from "#/shared/ui/SkipLink";
import { OperatorAccount } from "./OperatorAccount";
import { OperatorNavigation } from "./OperatorNavigation";

/** Side navigation on a desk, a drawer on a phone; dense content beside it. */
export function OperatorShell() {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const menuButton = useRef<HTMLButtonElement>(null);
  const path = useLocation({ select: (location) => location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the drawer.
  useEffect(() => setOpen(false), [path]);

  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
      <SkipLink />
      <header className="print-hidden sticky top-0 z-30 flex h-14 items-center justify-between border-b border-line bg-surface pr-2 pl-4 lg:hidden">
        <Logo />
        <IconButton
          ref={menuButton}
          label={open ? t`Close menu` : t`Open menu`}
          aria-expanded={open}
          aria-controls="operator-navigation"
          onClick={() => setOpen(!open)}
        >
          {open ? <Icon name="x" className="size-5" /> : <Icon name="menu" className="size-5" />}
        </IconButton>
      </header>
      <aside
        id="operator-navigation"
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !open) return;
          setOpen(false);
          menuButton.current?.focus();
        }}
        className={cx(
          "print-hidden z-20 flex-col border-line bg-surface lg:sticky lg:top-0 lg:flex lg:h-dvh lg:border-r",
          open ? "fixed inset-x-0 top-14 bottom-0 flex" : "hidden",
        )}
      >
        <div className="hidden h-15 shrink-0 items-center px-5 lg:flex">
          <Logo />
        </div>
        <OperatorNavigation />
        <OperatorAccount />
      </aside>
      <main id="content" className="min-w-0 px-4 py-6 md:px-8 lg:py-8">
        <div className="mx-auto max-w-[84rem]">
          <Outlet />
        </div>
      </main>
      <span className="sr-only">
        <Trans>Operator area</Trans>
      </span>
    </div>
  );
}
