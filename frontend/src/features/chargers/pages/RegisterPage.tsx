import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import type { AdminSchema } from "#/shared/api/admin";
import { BackLink } from "#/shared/operator/BackLink";
import { FormNotice } from "#/shared/operator/FormNotice";
import { maybeText, numberOf, textOf } from "#/shared/operator/form";
import { useDeed } from "#/shared/operator/useDeed";
import { useFormErrors } from "#/shared/operator/useFormErrors";
import { Button, ButtonLink } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { Checkbox, Field, Input, Select } from "#/shared/ui/Field";
import { Icon } from "#/shared/ui/Icon";
import { PageHeader } from "#/shared/ui/PageHeader";
import { registerCharger, registerUnknown } from "../api/editing";
import { AccessCard } from "../components/AccessCard";
import {
  CHARGER_FIELDS,
  CHARGER_UNITS,
  ChargerFields,
  chargerFieldsOf,
} from "../components/ChargerFields";

interface Props {
  /** Where it stands, when that is known already. */
  station: string | undefined;
  /** The identity of one in the inbox of unknown chargers. */
  unknown: string | undefined;
}

type Registered = AdminSchema<"RegisteredCharger">;

/** Registers a charger, then shows what to enter in it. */
export function RegisterPage({ station, unknown }: Props) {
  const { t } = useLingui();
  const [registered, setRegistered] = useState<Registered | null>(null);
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={registered ? t`${registered.charger.name} is registered` : t`Register a charger`}
        above={
          <BackLink to="/admin/chargers">
            <Trans>Chargers</Trans>
          </BackLink>
        }
      />
      {registered ? (
        <Done registered={registered} />
      ) : (
        <RegisterForm station={station} unknown={unknown} onDone={setRegistered} />
      )}
    </div>
  );
}

function Done({ registered }: { registered: Registered }) {
  const { t } = useLingui();
  const { charger, access } = registered;
  return (
    <Section title={t`Enter this in the charger`}>
      <AccessCard access={access} />
      <div className="mt-5 flex flex-wrap gap-2">
        <ButtonLink
          kind="primary"
          to="/admin/chargers/$chargerId"
          params={{ chargerId: charger.charger_id }}
        >
          <Trans>To the charger</Trans>
        </ButtonLink>
        <ButtonLink
          to="/admin/codes"
          search={{ charger: charger.charger_id }}
          icon={<Icon name="qr-code" className="size-4" />}
        >
          <Trans>Print QR codes</Trans>
        </ButtonLink>
      </div>
    </Section>
  );
}

function RegisterForm({
  station,
  unknown,
  onDone,
}: Props & { onDone: (registered: Registered) => void }) {
  const { t } = useLingui();
  const deed = useDeed({
    run: ({ identity, ...fields }: AdminSchema<"NewCharger">) =>
      unknown === undefined
        ? registerCharger({ identity, ...fields })
        : registerUnknown(unknown, fields),
    refresh: [
      ["admin", "chargers"],
      ["admin", "stations"],
      ["admin", "unknown-chargers"],
    ],
    quiet: true,
    onDone,
  });
  const errors = useFormErrors(
    deed.error,
    [...CHARGER_FIELDS, "identity", "connector_count", "security_profile", "pending"],
    { units: CHARGER_UNITS },
  );
  const { wrong } = errors;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    deed.mutate({
      ...chargerFieldsOf(form),
      identity: textOf(form, "identity"),
      name: maybeText(form, "name"),
      connector_count: numberOf(form, "connector_count"),
      security_profile: numberOf(form, "security_profile"),
      pending: form.has("pending"),
    });
  };
  return (
    <Section title={t`About the charger`}>
      <form onSubmit={submit} className="grid gap-4">
        <FormNotice errors={errors} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label={t`Identity`}
            error={wrong("identity")}
            hint={t`As it dials in: often its serial number.`}
          >
            <Input
              name="identity"
              required
              maxLength={48}
              autoComplete="off"
              readOnly={unknown !== undefined}
              defaultValue={unknown}
            />
          </Field>
          <Field label={t`Connectors`} error={wrong("connector_count")}>
            <Input
              name="connector_count"
              type="number"
              min={1}
              max={50}
              required
              defaultValue="2"
            />
          </Field>
          <ChargerFields
            charger={null}
            stationId={station}
            nameHint={t`What people read. Its identity when left out.`}
            wrong={wrong}
          />
          <Field
            label={t`Security profile`}
            error={wrong("security_profile")}
            className="sm:col-span-2"
          >
            <Select name="security_profile" defaultValue="1">
              <option value="0">{t`0 – no password (closed networks only)`}</option>
              <option value="1">{t`1 – password`}</option>
              <option value="2">{t`2 – password over TLS`}</option>
              <option value="3">{t`3 – TLS with client certificate`}</option>
            </Select>
          </Field>
          <Checkbox
            name="pending"
            label={t`Approve it after its first contact`}
            hint={wrong("pending") ?? t`Until then it may not charge.`}
          />
        </div>
        <div>
          <Button kind="primary" type="submit" busy={deed.isPending}>
            <Trans>Register charger</Trans>
          </Button>
        </div>
      </form>
    </Section>
  );
}
