import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useWord } from "#/shared/i18n/words";
import { useFormat } from "#/shared/lib/useFormat";
import { FormNotice } from "#/shared/operator/FormNotice";
import { instantOf, localInput, numberOf } from "#/shared/operator/form";
import { KILO, MINUTES } from "#/shared/operator/units";
import { useDeed } from "#/shared/operator/useDeed";
import { useFormErrors } from "#/shared/operator/useFormErrors";
import { PRICE_LINES } from "#/shared/operator/words/transactions";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { Facts } from "#/shared/ui/Facts";
import { Field, Input } from "#/shared/ui/Field";
import { type PreviewRequest, previewTariff } from "../api/tariffs";

/** What a session would cost, as it is saved, before anybody charges. */
export function Preview({ tariffId }: { tariffId: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const word = useWord();
  const [begin] = useState(() => localInput(new Date().toISOString()));
  const deed = useDeed({
    run: (body: PreviewRequest) => previewTariff(tariffId, body),
    refresh: [],
    quiet: true,
  });
  const errors = useFormErrors(deed.error, ["begins_at", "energy_wh", "charging_s", "idle_s"], {
    units: { energy_wh: KILO, charging_s: MINUTES, idle_s: MINUTES },
  });
  const { wrong } = errors;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    deed.mutate({
      begins_at: instantOf(form, "begins_at") ?? new Date().toISOString(),
      energy_wh: Math.round(numberOf(form, "energy") * 1000),
      charging_s: Math.round(numberOf(form, "charging") * 60),
      idle_s: Math.round(numberOf(form, "idle") * 60),
      time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  };
  const price = deed.data;
  return (
    <Section title={t`Try it`}>
      <form onSubmit={submit} className="grid gap-3">
        <FormNotice errors={errors} />
        <Field label={t`Begins`} error={wrong("begins_at")}>
          <Input name="begins_at" type="datetime-local" required defaultValue={begin} />
        </Field>
        <div className="grid grid-cols-3 gap-3">
          <Field label={t`kWh`} error={wrong("energy_wh")}>
            <Input
              name="energy"
              type="number"
              min={0}
              max={10000}
              step="any"
              required
              defaultValue="30"
            />
          </Field>
          <Field label={t`Minutes`} error={wrong("charging_s")}>
            <Input name="charging" type="number" min={0} max={43200} required defaultValue="90" />
          </Field>
          <Field label={t`Blocking`} error={wrong("idle_s")}>
            <Input name="idle" type="number" min={0} max={43200} required defaultValue="0" />
          </Field>
        </div>
        <Button type="submit" busy={deed.isPending}>
          <Trans>What would it cost?</Trans>
        </Button>
      </form>
      {price ? (
        <div role="status" className="mt-4">
          <p className="text-3xl font-semibold tracking-tight tabular">
            {format.money(price.total_minor, price.currency)}
          </p>
          <Facts
            facts={[
              ...price.lines.map((line) => ({
                label: line.name ?? word(PRICE_LINES, line.kind),
                value: format.money(line.amount_minor, price.currency),
              })),
              { label: t`Net`, value: format.money(price.net_minor, price.currency) },
              { label: t`Tax`, value: format.money(price.tax_minor, price.currency) },
            ]}
          />
        </div>
      ) : null}
    </Section>
  );
}
