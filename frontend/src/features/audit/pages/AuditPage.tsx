import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type FormEvent, useId } from "react";
import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";
import { pagedQuery } from "#/shared/api/pages";
import { useProfile } from "#/shared/auth/profile";
import { useWord } from "#/shared/i18n/words";
import { useFormat } from "#/shared/lib/useFormat";
import { FilterBar } from "#/shared/operator/FilterBar";
import { textOf } from "#/shared/operator/form";
import { wordFilter } from "#/shared/operator/search";
import { Actor } from "#/shared/operator/UserLink";
import { CHANGES } from "#/shared/operator/words/audit";
import { Button } from "#/shared/ui/Button";
import { Card } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Field, Input, Select } from "#/shared/ui/Field";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { type RowProps, VirtualRows } from "#/shared/ui/VirtualRows";
import { SUBJECTS, type Subject } from "../api/subjects";

/** By whom, or on what: one of the two. */
export interface AuditSearch {
  actor?: string | undefined;
  kind?: Subject | undefined;
  id?: string | undefined;
}

type Entry = AdminSchema<"AuditView">;

function auditQuery(query: { actor: string } | { subject: string }) {
  return pagedQuery(["admin", "audit", query], (cursor, signal) =>
    unwrap(adminApi.GET("/api/admin/audit", { params: { query: { ...query, cursor } }, signal })),
  );
}

interface Props {
  search: AuditSearch;
  onSearch: (search: AuditSearch) => void;
}

/** Who changed what; at first, what you did yourself. */
export function AuditPage({ search, onSearch }: Props) {
  const { t } = useLingui();
  const me = useProfile();
  const { kind, id } = search;
  const query = useInfiniteQuery(
    auditQuery(kind && id ? { subject: `${kind}#${id}` } : { actor: search.actor ?? me.user_id }),
  );
  return (
    <>
      <PageHeader
        title={t`Audit`}
        lead={<Trans>Every change by a person or a rule, kept for good.</Trans>}
      />
      <Filters key={JSON.stringify(search)} search={search} onSearch={onSearch} myId={me.user_id} />
      <Card className="overflow-hidden">
        <QueryView query={query}>
          {(entries) =>
            entries.length === 0 ? (
              <EmptyState icon={<Icon name="rotate-ccw-clock" />} title={t`No changes found`}>
                <Trans>Ask for another person or another thing.</Trans>
              </EmptyState>
            ) : (
              <ol className="divide-y divide-line">
                <VirtualRows items={entries} keyOf={keyOf} as="li" height={45}>
                  {(entry, row) => <AuditEntry key={keyOf(entry)} entry={entry} row={row} />}
                </VirtualRows>
              </ol>
            )
          }
        </QueryView>
        <LoadMore query={query} />
      </Card>
    </>
  );
}

function Filters({ search, onSearch, myId }: Props & { myId: string }) {
  const { t } = useLingui();
  const formId = useId();
  const names: Record<Subject, string> = {
    charger: t`Charger`,
    station: t`Station`,
    tariff: t`Tariff`,
    "id-tag": t`Tag`,
    user: t`User`,
    wallet: t`Wallet`,
    transaction: t`Transaction`,
    firmware: t`Firmware`,
    "configuration-template": t`Configuration template`,
    export: t`Export`,
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const kind = wordFilter(SUBJECTS, textOf(form, "kind"));
    const id = textOf(form, "id") || undefined;
    onSearch(kind ? { kind, id } : { actor: id });
  };
  return (
    <form id={formId} onSubmit={submit}>
      <FilterBar>
        <Field label={t`Changes`}>
          <Select name="kind" defaultValue={search.kind ?? ""}>
            <option value="">{t`By a user`}</option>
            {SUBJECTS.map((subject) => (
              <option key={subject} value={subject}>
                {t`On: ${names[subject]}`}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t`Id`} className="md:!max-w-80 md:!min-w-80">
          <Input
            name="id"
            required
            autoComplete="off"
            defaultValue={search.id ?? search.actor ?? (search.kind ? "" : myId)}
          />
        </Field>
        <Button
          type="submit"
          className="h-11 md:!min-w-0"
          icon={<Icon name="search" className="size-4" />}
        >
          <Trans>Show</Trans>
        </Button>
      </FilterBar>
    </form>
  );
}

function keyOf({ at, request_id, change, subject }: Entry): string {
  return `${at} ${request_id} ${change} ${subject}`;
}

/** The part of a subject that the words of its change do not say: charger#BOX-1 is BOX-1. */
function idOf(subject: string): string {
  return subject.slice(subject.indexOf("#") + 1);
}

function AuditEntry({ entry, row }: { entry: Entry; row: RowProps }) {
  const { t } = useLingui();
  const word = useWord();
  const format = useFormat();
  return (
    <li {...row}>
      <details>
        <summary className="flex list-none flex-wrap items-baseline gap-x-4 gap-y-0.5 px-4 py-2.5 hover:bg-sunken/50">
          <time
            dateTime={entry.at}
            className="shrink-0 text-sm text-muted tabular max-md:order-1 md:w-48"
          >
            {format.precise(entry.at)}
          </time>
          <span className="font-medium">{word(CHANGES, entry.change)}</span>
          <span className="min-w-0 flex-auto font-mono text-xs text-muted max-md:basis-full">
            {idOf(entry.subject)}
          </span>
          <span className="text-sm text-muted max-md:order-1">{entry.actor_name ?? t`System`}</span>
        </summary>
        <div className="grid gap-3 bg-sunken/40 px-4 py-3 md:grid-cols-2">
          <Facts title={t`Before`} facts={entry.before} />
          <Facts title={t`After`} facts={entry.after} />
          <p className="flex flex-wrap justify-between gap-x-5 gap-y-1 text-xs text-muted md:col-span-2">
            <span>
              <Trans>
                By <Actor id={entry.actor} name={entry.actor_name} />
              </Trans>
            </span>
            <span className="font-mono">{entry.subject}</span>
            <span>
              <Trans>Request id {entry.request_id}</Trans>
            </span>
          </p>
        </div>
      </details>
    </li>
  );
}

function Facts({ title, facts }: { title: string; facts: Entry["before"] }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 text-xs font-medium text-muted">{title}</p>
      <pre className="overflow-x-auto rounded-control bg-sunken p-3 font-mono text-xs whitespace-pre-wrap">
        {facts === null ? "–" : JSON.stringify(facts, null, 2)}
      </pre>
    </div>
  );
}
