import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Icon } from "#/shared/ui/Icon";
import { useShowCurrent } from "#/shared/ui/useShowCurrent";
import { NAVIGATION } from "./navigation";

export function OperatorNavigation() {
  const { t, i18n } = useLingui();
  const list = useShowCurrent<HTMLElement>();
  return (
    <nav ref={list} aria-label={t`Operator`} className="flex-1 overflow-y-auto px-3 pb-2">
      {NAVIGATION.map(({ heading, entries }) => (
        <div key={entries[0]?.to} className="mt-3 first:mt-0">
          {heading ? (
            <p className="px-3 pb-1 text-xs font-medium text-muted">{i18n._(heading)}</p>
          ) : null}
          <ul className="grid">
            {entries.map(({ label, to, icon }) => (
              <li key={to}>
                <Link
                  to={to}
                  activeOptions={{ exact: to === "/admin", includeSearch: false }}
                  className="flex h-8 items-center gap-3 rounded-control px-3 font-medium text-muted hover:bg-idle-soft hover:text-ink pointer-coarse:h-11"
                  activeProps={{
                    className: "!bg-brand-soft !text-brand-ink",
                    "aria-current": "page",
                  }}
                >
                  <Icon name={icon} className="size-[1.125rem] shrink-0" />
                  {i18n._(label)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
