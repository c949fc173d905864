import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#/shared/lib/useFormat";
import { Badge } from "#/shared/ui/Badge";
import { Icon } from "#/shared/ui/Icon";
import type { RowProps } from "#/shared/ui/VirtualRows";
import type { Message } from "../api/messages";

interface Props {
  message: Message;
  withCharger: boolean;
  row: RowProps;
}

/** A request and its answer in one line; opened, both frames. */
export function MessageEntry({ message, withCharger, row }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const isOurs = message.direction === "to-charger";
  return (
    <li {...row}>
      <details>
        <summary className="flex list-none flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-2 text-sm hover:bg-sunken/50">
          <time
            dateTime={message.at}
            className="shrink-0 text-muted tabular max-sm:order-1 sm:w-46"
          >
            {format.precise(message.at)}
          </time>
          <span className={isOurs ? "text-busy" : "text-good"}>
            <Icon name={isOurs ? "arrow-up-right" : "arrow-down-left"} className="size-4" />
            <span className="sr-only">{isOurs ? t`To the charger` : t`From the charger`}</span>
          </span>
          <span className="font-medium sm:min-w-44">{message.action ?? t`Not readable`}</span>
          {withCharger ? (
            <span className="text-muted max-sm:order-1" title={message.charger_id}>
              {message.charger_name ?? message.charger_id}
            </span>
          ) : null}
          <span className="ml-auto">
            {message.error ? (
              <Badge tone="bad">{message.error}</Badge>
            ) : message.answer ? (
              <Badge tone="good">{t`Answered`}</Badge>
            ) : (
              <Badge>{t`No answer`}</Badge>
            )}
          </span>
          <span className="order-1 basis-full truncate font-mono text-xs text-muted">
            {message.request}
          </span>
        </summary>
        <div className="grid gap-3 bg-sunken/40 px-4 py-3 lg:grid-cols-2">
          <Frame title={t`Request`} text={message.request} />
          <Frame title={t`Answer`} text={message.answer ?? t`None was logged.`} />
          <p className="text-xs text-muted lg:col-span-2">
            {[message.charger_id, message.message_id, message.connection_id]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </div>
      </details>
    </li>
  );
}

function Frame({ title, text }: { title: string; text: string }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 text-xs font-medium text-muted">{title}</p>
      <pre className="max-h-96 overflow-auto rounded-control bg-sunken p-3 font-mono text-xs break-all whitespace-pre-wrap">
        {pretty(text)}
      </pre>
    </div>
  );
}

/** JSON with line breaks; what is not JSON stays as it was sent. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
