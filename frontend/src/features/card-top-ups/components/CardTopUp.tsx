import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { cx } from "#/shared/lib/cx";
import { decimalToMinor, minorToDecimal } from "#/shared/lib/format";
import { useFormat } from "#/shared/lib/useFormat";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { useErrorText } from "#/shared/ui/ErrorState";
import { Field, Input } from "#/shared/ui/Field";
import { Icon } from "#/shared/ui/Icon";
import type { Wallet } from "#/shared/wallet/wallet";
import { wayBack } from "../api/checkouts";
import { useCheckout } from "../api/useCheckout";
import { WayBack } from "./WayBack";

type Bounds = NonNullable<Wallet["card_top_up"]>;

/** Amounts to choose from, as multiples of the least one: 10, 20, 50 and 100 euros for 1 euro. */
const MULTIPLES = [10, 20, 50, 100];

interface Props {
  wallet: Wallet;
  bounds: Bounds;
}

/** Pays money in on the payment provider's page, and says what became of it afterwards. */
export function CardTopUp({ wallet, bounds }: Props) {
  const { t } = useLingui();
  const errorText = useErrorText();
  const { user_id: userId, currency } = wallet;
  const [back] = useState(() => wayBack(window.location.search));
  const [text, setText] = useState("");
  const [isWrong, setWrong] = useState(false);
  const checkout = useCheckout(userId);
  const format = useFormat();
  const money = (minor: number) => format.money(minor, currency);
  const [least, most] = [money(bounds.minimum_minor), money(bounds.maximum_minor)];
  const choose = (chosen: string) => {
    setText(chosen);
    setWrong(false);
    checkout.change();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const amount = amountIn(text, currency, bounds);
    setWrong(amount === null);
    if (amount !== null) checkout.pay(amount);
  };
  return (
    <Section title={<Trans>Top up by card</Trans>} className="mt-5">
      <form className="grid gap-4" onSubmit={submit} noValidate>
        <div aria-live="polite" className="grid empty:hidden">
          {back ? <WayBack userId={userId} checkoutId={back.checkoutId} /> : null}
        </div>
        <Choices
          bounds={bounds}
          currency={currency}
          chosen={amountIn(text, currency, bounds)}
          isBusy={checkout.isBusy}
          onChoose={choose}
        />
        <Field
          label={t`Amount in ${currency}`}
          hint={t`From ${least} to ${most}.`}
          error={isWrong ? t`Type an amount from ${least} to ${most}.` : null}
        >
          <Input
            inputMode="decimal"
            autoComplete="off"
            value={text}
            disabled={checkout.isBusy}
            onChange={(event) => choose(event.target.value)}
          />
        </Field>
        {checkout.error ? (
          <p role="alert" className="rounded-control bg-bad-soft px-4 py-3 font-medium text-bad">
            {errorText(checkout.error)}
          </p>
        ) : null}
        <Button
          type="submit"
          kind="primary"
          size="large"
          busy={checkout.isBusy}
          icon={<Icon name="credit-card" className="size-5" />}
        >
          <Trans>Go to payment</Trans>
        </Button>
        <p className="text-sm text-muted">
          <Trans>You pay on the page of the payment provider, who alone sees your card.</Trans>
        </p>
      </form>
    </Section>
  );
}

interface ChoicesProps {
  bounds: Bounds;
  currency: string;
  chosen: number | null;
  isBusy: boolean;
  onChoose: (text: string) => void;
}

function Choices({ bounds, currency, chosen, isBusy, onChoose }: ChoicesProps) {
  const { t } = useLingui();
  const format = useFormat();
  const amounts = MULTIPLES.map((multiple) => multiple * bounds.minimum_minor);
  return (
    <fieldset className="grid grid-cols-2 gap-2 sm:grid-cols-4">
      <legend className="sr-only">{t`Amounts`}</legend>
      {amounts
        .filter((minor) => minor <= bounds.maximum_minor)
        .map((minor) => (
          <Button
            key={minor}
            aria-pressed={minor === chosen}
            disabled={isBusy}
            className={cx(
              "tabular",
              minor === chosen && "border-brand! bg-brand-soft! text-brand-ink!",
            )}
            onClick={() => onChoose(format.decimal(minorToDecimal(minor, currency)))}
          >
            {format.money(minor, currency)}
          </Button>
        ))}
    </fieldset>
  );
}

/** What was typed, if it can be paid in. */
function amountIn(text: string, currency: string, bounds: Bounds): number | null {
  const minor = decimalToMinor(text, currency);
  if (minor === null || minor < bounds.minimum_minor || minor > bounds.maximum_minor) return null;
  return minor;
}
