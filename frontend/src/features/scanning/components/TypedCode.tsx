import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { wholeNumber } from "#/shared/lib/wholeNumber";
import { Button } from "#/shared/ui/Button";
import { Field, Input } from "#/shared/ui/Field";

interface Props {
  /** Called with a pasted address, which may be anybody's. */
  onAddress: (address: string) => void;
}

const ADDRESS = /^[a-z]+:\/\//i;
const LONGEST_ID = 48;
const LONGEST_ADDRESS = 500;

/** For who cannot scan: what is printed below the code. */
export function TypedCode({ onAddress }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [charger, setCharger] = useState("");
  const [connector, setConnector] = useState("1");
  const [isWrong, setIsWrong] = useState(false);
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const id = charger.trim();
        if (ADDRESS.test(id)) {
          onAddress(id);
          return;
        }
        if (!isId(id) || wholeNumber(connector) === null) {
          setIsWrong(true);
          return;
        }
        void navigate({ to: "/c/$charger/$connector", params: { charger: id, connector } });
      }}
    >
      <div className="grid grid-cols-[1fr_6.5rem] gap-3">
        <Field
          label={t`Charger`}
          error={isWrong && !isId(charger.trim()) ? t`Type the charger’s code.` : null}
        >
          <Input
            value={charger}
            maxLength={LONGEST_ADDRESS}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            placeholder="BER-HBF-01"
            onChange={(event) => setCharger(event.target.value)}
          />
        </Field>
        <Field
          label={t`Connector`}
          error={isWrong && wholeNumber(connector) === null ? t`A number.` : null}
        >
          <Input
            inputMode="numeric"
            maxLength={4}
            value={connector}
            onChange={(event) => setConnector(event.target.value)}
          />
        </Field>
      </div>
      <Button type="submit" kind="primary" size="large">
        <Trans>Open</Trans>
      </Button>
    </form>
  );
}

function isId(text: string): boolean {
  return text !== "" && text.length <= LONGEST_ID;
}
