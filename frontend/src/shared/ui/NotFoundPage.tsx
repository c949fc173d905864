import { Trans, useLingui } from "@lingui/react/macro";
import { Icon } from "#/shared/ui/Icon";
import { ButtonLink } from "./Button";
import { EmptyState } from "./EmptyState";
import { usePageTitle } from "./usePageTitle";

export function NotFoundPage() {
  const { t } = useLingui();
  usePageTitle(t`Not found`);
  return (
    <main className="grid min-h-[70dvh] place-items-center">
      <EmptyState
        icon={<Icon name="search-x" />}
        title={<h1>{t`There is nothing here`}</h1>}
        action={
          <ButtonLink kind="primary" to="/">
            <Trans>To the map</Trans>
          </ButtonLink>
        }
      >
        <Trans>The address may be mistyped, or what it named has been removed.</Trans>
      </EmptyState>
    </main>
  );
}
