import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useProfile } from "#/shared/auth/profile";
import { Icon } from "#/shared/ui/Icon";
import { IconButton } from "#/shared/ui/IconButton";
import { Preferences } from "#/shared/ui/Preferences";

/** Who works here, their language and theme, the way out. */
export function OperatorAccount() {
  const { t } = useLingui();
  const profile = useProfile();
  const leave = () => import("#/shared/auth/oidc").then(({ signOut }) => signOut());
  return (
    <div className="grid gap-0.5 border-t border-line px-3 py-2">
      <Link
        to="/"
        className="flex h-8 items-center gap-3 rounded-control px-3 font-medium text-muted hover:bg-idle-soft hover:text-ink pointer-coarse:h-11"
      >
        <Icon name="map" className="size-[1.125rem]" />
        <Trans>Drivers’ view</Trans>
      </Link>
      <details className="group">
        <summary className="flex h-8 list-none items-center rounded-control px-3 text-sm text-muted hover:bg-idle-soft hover:text-ink pointer-coarse:h-11">
          <Trans>Language and theme</Trans>
        </summary>
        <div className="px-1 pt-2">
          <Preferences compact />
        </div>
      </details>
      <div className="flex items-center justify-between gap-2 pl-3">
        <div className="min-w-0">
          <p className="truncate font-medium">{profile.name}</p>
          <p className="truncate text-xs text-muted">{profile.email}</p>
        </div>
        <IconButton label={t`Sign out`} onClick={leave}>
          <Icon name="log-out" className="size-[1.125rem]" />
        </IconButton>
      </div>
    </div>
  );
}
