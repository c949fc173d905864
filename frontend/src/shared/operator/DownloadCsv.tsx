import { Trans } from "@lingui/react/macro";
import { type LinkProps, useNavigate } from "@tanstack/react-router";
import { ApiError } from "#/shared/api/problem";
import { saveFile } from "#/shared/lib/csv";
import { Button, type ButtonSize } from "#/shared/ui/Button";
import { Icon } from "#/shared/ui/Icon";
import { useDeed } from "./useDeed";

interface Props {
  /** Of the file, with its ending. */
  name: string;
  read: () => Promise<string>;
  /** Where a file of any length is asked for, when there are more rows than one answer holds. */
  instead: LinkProps;
  size?: ButtonSize;
}

/** Saves what the server writes as a table; leads to the exports when that is too long. */
export function DownloadCsv({ name, read, instead, size }: Props) {
  const navigate = useNavigate();
  const deed = useDeed({
    run: () =>
      read().catch((error: unknown) => {
        if (error instanceof ApiError && error.problem.reason === "too_many_rows")
          void navigate(instead);
        throw error;
      }),
    refresh: [],
    onDone: (text) => saveFile(name, text),
  });
  return (
    <Button
      {...(size ? { size } : {})}
      icon={<Icon name="download" className="size-4" />}
      busy={deed.isPending}
      onClick={() => deed.mutate(undefined)}
    >
      <Trans>Download CSV</Trans>
    </Button>
  );
}
