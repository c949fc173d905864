import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type ChangeEvent, useState } from "react";
import { useFormat } from "#/shared/lib/useFormat";
import { FormNotice } from "#/shared/operator/FormNotice";
import { useDeed } from "#/shared/operator/useDeed";
import { useFormErrors } from "#/shared/operator/useFormErrors";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { Field, Input } from "#/shared/ui/Field";
import { Icon } from "#/shared/ui/Icon";
import {
  type ImportKind,
  importLines,
  MOST_LINES,
  NotUtf8,
  readTable,
  type Table,
  tryLines,
} from "../api/imports";
import { saveAccess, saveOutcome } from "../api/results";
import { LineTable } from "./LineTable";

/** A table is chosen, tried, and then imported: nothing is created before somebody says so. */
export function ImportCard({ kind }: { kind: ImportKind }) {
  const { t } = useLingui();
  const format = useFormat();
  const [table, setTable] = useState<Table | null>(null);
  const trial = useDeed({
    run: async (file: File) => {
      const chosen = await readTable(file);
      setTable(chosen);
      return tryLines(kind, chosen.text);
    },
    refresh: [],
    quiet: true,
  });
  const deed = useDeed({
    run: (text: string) => importLines(kind, text),
    refresh: [
      ["admin", "chargers"],
      ["admin", "stations"],
      ["admin", "id-tags"],
      ["admin", "unknown-chargers"],
      ["admin", "unknown-id-tags"],
    ],
    quiet: true,
    onDone: saveAccess,
  });
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (!file) return;
    setTable(null);
    deed.reset();
    trial.mutate(file);
    // The same file, mended, can be chosen again.
    event.target.value = "";
  };
  const error = deed.error ?? trial.error;
  const isForeign = error instanceof NotUtf8;
  const errors = useFormErrors(isForeign ? null : error, ["body"]);
  const tried = trial.data;
  const lines = deed.data ?? tried;
  const most = format.number(MOST_LINES[kind]);
  return (
    <div className="grid min-w-0 gap-5">
      <Section title={t`Choose and check`}>
        <div className="grid gap-4">
          <FormNotice errors={errors} />
          <Field
            label={t`CSV file`}
            hint={t`At most ${most} lines at once. It is checked first; nothing is created yet.`}
            error={
              isForeign
                ? t`This file is not in UTF-8. Save it as “CSV UTF-8” and choose it again.`
                : errors.wrong("body")
            }
          >
            <Input
              type="file"
              accept=".csv,text/csv"
              className="max-w-md py-2"
              disabled={trial.isPending || deed.isPending}
              onChange={choose}
            />
          </Field>
          {trial.isPending ? (
            <p role="status" className="text-muted">
              <Trans>Checking each line…</Trans>
            </p>
          ) : null}
          {table && tried && !deed.data ? (
            <Verdict
              name={table.name}
              good={tried.filter((one) => one.outcome === "valid").length}
              bad={tried.filter((one) => one.outcome === "refused").length}
              busy={deed.isPending}
              onImport={() => deed.mutate(table.text)}
            />
          ) : null}
        </div>
      </Section>
      {lines && !trial.isPending ? (
        <Section
          title={deed.data ? t`What became of each line` : t`What would become of each line`}
          flush
          actions={
            <>
              {deed.data?.some((one) => one.access) ? (
                <Button
                  size="small"
                  kind="primary"
                  icon={<Icon name="key-round" className="size-4" />}
                  onClick={() => saveAccess(deed.data ?? [])}
                >
                  <Trans>Save the passwords</Trans>
                </Button>
              ) : null}
              <Button
                size="small"
                icon={<Icon name="download" className="size-4" />}
                onClick={() => saveOutcome(kind, lines)}
              >
                <Trans>Download CSV</Trans>
              </Button>
            </>
          }
        >
          {deed.data?.some((one) => one.access) ? (
            <p className="flex items-start gap-2 bg-warn-soft px-4 py-2.5 text-sm text-warn">
              <Icon name="key-round" className="mt-0.5 size-4 shrink-0" />
              <Trans>
                The passwords are in the file that was just saved, and nowhere else. Save it again
                before you leave this page if you do not find it.
              </Trans>
            </p>
          ) : null}
          <LineTable kind={kind} lines={lines} />
        </Section>
      ) : null}
    </div>
  );
}

interface VerdictProps {
  name: string;
  good: number;
  bad: number;
  busy: boolean;
  onImport: () => void;
}

/** How many lines of a table can be created, and the button that does it. */
function Verdict({ name, good, bad, busy, onImport }: VerdictProps) {
  return (
    <div className="grid gap-3 rounded-control border border-line bg-sunken/60 px-4 py-3">
      <div role="status">
        <p className="font-medium break-all">{name}</p>
        <p className="text-sm text-muted">
          <Plural value={good} one="# line can be created" other="# lines can be created" />
          {", "}
          <Plural value={bad} one="# would be refused" other="# would be refused" />
        </p>
      </div>
      {bad > 0 ? (
        <p className="text-sm text-muted">
          <Trans>Mend the file and choose it again, or import the good lines now.</Trans>
        </p>
      ) : null}
      {good > 0 ? (
        <div>
          <Button kind="primary" busy={busy} onClick={onImport}>
            <Plural value={good} one="Import # line" other="Import # lines" />
          </Button>
        </div>
      ) : null}
    </div>
  );
}
