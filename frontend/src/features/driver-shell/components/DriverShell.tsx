import { useLingui } from "@lingui/react/macro";
import { Link, type LinkProps, Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AdminOnly } from "#/shared/auth/only";
import { cx } from "#/shared/lib/cx";
import { Icon, type IconName } from "#/shared/ui/Icon";
import { Logo } from "#/shared/ui/Logo";
import { SkipLink } from "#/shared/ui/SkipLink";
import { OperatorLink } from "./OperatorLink";

interface Entry {
  to: LinkProps["to"];
  label: string;
  icon: IconName;
  isMain?: boolean;
}

function useEntries(): Entry[] {
  const { t } = useLingui();
  return [
    { to: "/", label: t`Map`, icon: "map" },
    { to: "/history", label: t`History`, icon: "rotate-ccw-clock" },
    { to: "/scan", label: t`Scan`, icon: "scan-line", isMain: true },
    { to: "/wallet", label: t`Wallet`, icon: "wallet" },
    { to: "/profile", label: t`Profile`, icon: "user" },
  ];
}

/** A thumb's reach on a phone: navigation at the bottom, the scanner in the middle of it. */
export function DriverShell({ banner }: { banner: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="print-hidden sticky top-0 z-30 hidden border-b border-line bg-surface/95 backdrop-blur md:block">
        <div className="mx-auto flex h-16 max-w-6xl items-center justify-between gap-6 px-6">
          <Link to="/" className="rounded-control">
            <Logo />
          </Link>
          <Navigation isBottom={false} />
          <AdminOnly>
            <OperatorLink />
          </AdminOnly>
        </div>
      </header>
      {banner}
      <main id="content" className="flex flex-1 flex-col pb-24 md:pb-10">
        <Outlet />
      </main>
      <div className="print-hidden fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden">
        <Navigation isBottom />
      </div>
    </div>
  );
}

function Navigation({ isBottom }: { isBottom: boolean }) {
  const { t } = useLingui();
  const entries = useEntries();
  return (
    <nav aria-label={t`Main`}>
      <ul className={cx(isBottom ? "mx-auto grid h-16 max-w-md grid-cols-5" : "flex gap-1")}>
        {entries.map((entry) => (
          <li key={entry.to} className="grid">
            {isBottom ? <BottomLink {...entry} /> : <TopLink {...entry} />}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function BottomLink({ to, label, icon, isMain = false }: Entry) {
  return (
    <Link
      to={to}
      activeOptions={{ exact: to === "/", includeSearch: false }}
      className="group grid content-center justify-items-center gap-1 text-[0.6875rem] font-medium text-muted"
      activeProps={{ className: "!text-brand-ink", "aria-current": "page" }}
    >
      <span
        className={cx(
          "grid place-items-center",
          isMain &&
            "-mt-6 size-13 rounded-full bg-brand text-on-brand shadow-high ring-4 ring-surface",
        )}
      >
        <Icon name={icon} className={isMain ? "size-6" : "size-[1.375rem]"} strokeWidth={1.9} />
      </span>
      {label}
    </Link>
  );
}

function TopLink({ to, label, icon }: Entry) {
  return (
    <Link
      to={to}
      activeOptions={{ exact: to === "/", includeSearch: false }}
      className="flex h-11 items-center gap-2 rounded-control px-3.5 font-medium text-muted hover:bg-idle-soft hover:text-ink"
      activeProps={{ className: "!bg-brand-soft !text-brand-ink", "aria-current": "page" }}
    >
      <Icon name={icon} className="size-[1.125rem]" />
      {label}
    </Link>
  );
}
