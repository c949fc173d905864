import { useState } from "react";
import { useIdempotencyKey } from "#/shared/api/idempotency";
import { FormNotice } from "./FormNotice";
import { textOf } from "./form";
import { useAmounts } from "./useAmounts";
import { type DeedOptions, useDeed } from "./useDeed";
import { useFormErrors } from "./useFormErrors";

/** An amount in minor units, and what else the form says. */
interface Wish {
  amountMinor: number;
  form: FormData;
}

interface Options<Name extends string> {
  currency: string;
  /** The fields beside `amount`, as the body has them. */
  fields: readonly Name[];
  /** Whether so much can be moved. */
  allows: (amountMinor: number) => boolean;
  /** key: the same for each try of the same wish. */
  run: (wish: Wish, key: string) => Promise<unknown>;
  refresh: DeedOptions<Wish, unknown>["refresh"];
  said: string;
  onClose: () => void;
}

/** A form that moves money, in a field `amount`: a double click moves it once. */
export function useMoneyForm<const Name extends string>(options: Options<Name>) {
  const { currency, fields, allows, run, refresh, said, onClose } = options;
  const key = useIdempotencyKey();
  const [isWrong, setWrong] = useState(false);
  const { unit, typed, mistake } = useAmounts(currency);
  const deed = useDeed({
    run: (wish: Wish) => run(wish, key.current()),
    refresh,
    said,
    quiet: true,
    onDone: () => {
      key.next();
      onClose();
    },
  });
  const errors = useFormErrors(deed.error, ["amount_minor", ...fields], {
    units: { amount_minor: unit },
  });
  const submit = (form: FormData) => {
    const amountMinor = unit.read(textOf(form, "amount"));
    const isBad = amountMinor === null || !allows(amountMinor);
    setWrong(isBad);
    if (!isBad) deed.mutate({ amountMinor, form });
  };
  return {
    /** What its dialog needs. */
    dialog: {
      onClose,
      busy: deed.isPending,
      notice: <FormNotice errors={errors} />,
      onSubmit: submit,
      onChange: key.next,
    },
    typed,
    wrong: errors.wrong,
    wrongAmount: isWrong ? mistake : errors.wrong("amount_minor"),
  };
}
