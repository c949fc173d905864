import { Trans, useLingui } from "@lingui/react/macro";
import type { Locating } from "#/shared/lib/useMyPlace";
import { Button } from "#/shared/ui/Button";
import { Input } from "#/shared/ui/Field";
import { Icon } from "#/shared/ui/Icon";

interface Props {
  text: string;
  onText: (text: string) => void;
  onlyFree: boolean;
  onOnlyFree: (only: boolean) => void;
  locating: Locating;
  onLocate: () => void;
}

export function PlaceFilters({ text, onText, onlyFree, onOnlyFree, locating, onLocate }: Props) {
  const { t } = useLingui();
  return (
    <search className="grid gap-2.5">
      <div className="relative">
        <Icon
          name="search"
          className="pointer-events-none absolute top-3.5 left-3.5 size-4 text-muted"
        />
        <Input
          type="search"
          aria-label={t`Search by name or street`}
          placeholder={t`Name or street`}
          value={text}
          onChange={(event) => onText(event.target.value)}
          className="pl-10"
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          aria-pressed={onlyFree}
          kind={onlyFree ? "primary" : "secondary"}
          className="h-11"
          onClick={() => onOnlyFree(!onlyFree)}
        >
          <Trans>Free now</Trans>
        </Button>
        <Button
          className="h-11"
          busy={locating === "asking"}
          icon={<Icon name="locate-fixed" className="size-4" />}
          onClick={onLocate}
        >
          <Trans>Near me</Trans>
        </Button>
      </div>
      <p role="status" className="text-sm text-muted empty:hidden">
        {locating === "refused" ? (
          <Trans>
            Your place is not shared with this page. You can allow it in the browser, or search by
            name.
          </Trans>
        ) : null}
        {locating === "failed" ? (
          <Trans>Your place could not be found. Search by name, or move the map.</Trans>
        ) : null}
      </p>
    </search>
  );
}
