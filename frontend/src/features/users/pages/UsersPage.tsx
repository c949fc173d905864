import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useFormat } from "#/shared/lib/useFormat";
import { FilterBar } from "#/shared/operator/FilterBar";
import { textOf } from "#/shared/operator/form";
import type { User } from "#/shared/operator/users";
import { Badge } from "#/shared/ui/Badge";
import { Button } from "#/shared/ui/Button";
import { Card } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Field, Input } from "#/shared/ui/Field";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { VirtualRows } from "#/shared/ui/VirtualRows";
import { type UserSearch, usersQuery } from "../api/users";

interface Props {
  search: UserSearch;
  onSearch: (search: UserSearch) => void;
}

export function UsersPage({ search, onSearch }: Props) {
  const { t } = useLingui();
  const { name, email } = search;
  const query = useInfiniteQuery({ ...usersQuery(search), placeholderData: keepPreviousData });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSearch({ email: textOf(new FormData(event.currentTarget), "email") || undefined });
  };
  return (
    <>
      <PageHeader
        title={t`Users and wallets`}
        lead={<Trans>People appear here when they sign in for the first time.</Trans>}
      />
      <FilterBar>
        <Field label={t`Name begins with`} className="max-md:col-span-2">
          <Input
            type="search"
            value={name ?? ""}
            onChange={(event) => onSearch({ name: event.target.value || undefined })}
          />
        </Field>
        <form onSubmit={submit} className="flex items-end gap-2">
          <Field label={t`E-mail address`} className="min-w-0 flex-1">
            <Input name="email" type="email" defaultValue={email} placeholder="name@example.com" />
          </Field>
          <Button type="submit" className="h-11" icon={<Icon name="search" className="size-4" />}>
            <Trans>Find</Trans>
          </Button>
        </form>
        {email ? (
          <Button kind="quiet" onClick={() => onSearch({})}>
            <Trans>All users</Trans>
          </Button>
        ) : null}
      </FilterBar>
      <Card className="overflow-hidden">
        <QueryView query={query}>
          {(users) =>
            users.length === 0 ? (
              <EmptyState icon={<Icon name="users" />} title={t`Nobody found`}>
                <Trans>Try the beginning of another name, or the whole e-mail address.</Trans>
              </EmptyState>
            ) : (
              <UserTable users={users} />
            )
          }
        </QueryView>
        <LoadMore query={query} />
      </Card>
    </>
  );
}

function UserTable({ users }: { users: User[] }) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <Table
      caption={t`Users`}
      rowCount={users.length}
      head={
        <>
          <Th>{t`Name`}</Th>
          <Th>{t`E-mail`}</Th>
          <Th>{t`Role`}</Th>
          <Th>{t`State`}</Th>
          <Th>{t`Since`}</Th>
        </>
      }
    >
      <VirtualRows items={users} keyOf={(user) => user.user_id} as="tr" height={49}>
        {(user, row) => (
          <Tr key={user.user_id} {...row}>
            <Td className="min-w-40">
              <Link
                to="/admin/users/$userId"
                params={{ userId: user.user_id }}
                className="font-medium text-brand-ink underline-offset-4 hover:underline"
              >
                {user.name || user.user_id}
              </Link>
            </Td>
            <Td className="whitespace-nowrap text-muted">{user.email ?? "–"}</Td>
            <Td>{user.role === "ADMIN" ? <Badge tone="brand">{t`Operator`}</Badge> : t`Driver`}</Td>
            <Td part="corner">
              {user.active ? (
                <Badge tone="good">{t`Active`}</Badge>
              ) : (
                <Badge tone="bad">{t`Deactivated`}</Badge>
              )}
            </Td>
            <Td className="whitespace-nowrap tabular">{format.date(user.created_at)}</Td>
          </Tr>
        )}
      </VirtualRows>
    </Table>
  );
}
