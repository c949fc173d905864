import { Trans, useLingui } from "@lingui/react/macro";
import { CopyButton } from "#/shared/ui/CopyButton";
import { Icon } from "#/shared/ui/Icon";
import type { Access } from "../api/editing";

/** What to enter in the charger; the password is shown this once. */
export function AccessCard({ access }: { access: Access }) {
  const { t } = useLingui();
  return (
    <div className="grid gap-3">
      <p className="flex items-start gap-2 rounded-control bg-warn-soft px-3 py-2 text-sm text-warn">
        <Icon name="key-round" className="mt-0.5 size-4 shrink-0" />
        <Trans>
          The password is shown only now. Enter it in the charger, or keep it safe, before you go
          on.
        </Trans>
      </p>
      <Line label={t`Server address`} text={access.ocpp_url} />
      <Line label={t`Identity`} text={access.identity} />
      <Line label={t`Password`} text={access.password.text} />
      <Line label={t`Password in hex`} text={access.password.hex} />
    </div>
  );
}

function Line({ label, text }: { label: string; text: string }) {
  return (
    <div className="grid gap-1">
      <p className="text-sm font-medium">{label}</p>
      <div className="flex items-center gap-2">
        <code className="min-w-0 flex-1 rounded-control bg-sunken px-3 py-2 font-mono text-sm break-all select-all">
          {text}
        </code>
        <CopyButton text={text} label={label} />
      </div>
    </div>
  );
}
