import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Icon } from "#/shared/ui/Icon";
import { Button } from "./Button";

/** Copies a text and says so. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useLingui();
  const [copied, setCopied] = useState(false);
  return (
    <Button
      size="small"
      aria-label={label}
      icon={<Icon name={copied ? "check" : "copy"} className="size-4" />}
      onClick={() =>
        navigator.clipboard.writeText(text).then(
          () => setCopied(true),
          () => window.prompt(t`Copy this:`, text),
        )
      }
    >
      {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
    </Button>
  );
}
