import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";

interface Props {
  userId: string;
  name: string | null;
}

/** The way to a person's page: by their name, with the id at hand; by the id where there is none. */
export function UserLink({ userId, name }: Props) {
  return (
    <Link
      to="/admin/users/$userId"
      params={{ userId }}
      title={userId}
      className="text-brand-ink underline-offset-4 hover:underline"
    >
      {name || <span className="font-mono text-xs">{userId}</span>}
    </Link>
  );
}

/** Who did something: a person, or a rule of this system, which has no name. */
export function Actor({ id, name }: { id: string; name: string | null }) {
  const { t } = useLingui();
  if (name !== null) return <UserLink userId={id} name={name} />;
  return <span title={id} className="text-muted">{t`System`}</span>;
}
