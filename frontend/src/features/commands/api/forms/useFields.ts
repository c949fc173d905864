import { useLingui } from "@lingui/react/macro";
import type { CommandField } from "../fields";

/** The fields that many commands have, and short ways to make others. */
export function useFields() {
  const { t } = useLingui();
  const connector: CommandField = {
    path: "connectorId",
    label: t`Connector`,
    kind: "whole",
    required: true,
    least: 1,
    initial: "1",
  };
  const anyConnector: CommandField = {
    ...connector,
    least: 0,
    initial: "0",
    hint: t`0 is the whole charger.`,
  };
  const maybe = (field: CommandField): CommandField => ({ ...field, required: false });
  const text = (path: string, label: string, longest: number, hint?: string): CommandField => ({
    path,
    label,
    kind: "text",
    required: true,
    longest,
    ...(hint ? { hint } : {}),
  });
  const long = (path: string, label: string, longest: number, hint?: string): CommandField => ({
    ...text(path, label, longest, hint),
    kind: "long",
  });
  const whole = (path: string, label: string, initial = ""): CommandField => ({
    path,
    label,
    kind: "whole",
    required: true,
    initial,
    least: 0,
  });
  const moment = (path: string, label: string): CommandField => ({ path, label, kind: "moment" });
  const choice = (
    path: string,
    label: string,
    options: readonly string[],
    required = true,
  ): CommandField => ({ path, label, kind: "choice", options, required });
  const location = (path: string): CommandField =>
    text(path, t`Address of the file`, 512, t`As https://… or ftp://…`);
  const retries = [
    maybe(whole("retries", t`Retries`)),
    maybe(whole("retryInterval", t`Seconds between retries`)),
  ];
  return {
    connector,
    anyConnector,
    maybeConnector: { ...connector, required: false, initial: "" },
    maybe,
    text,
    long,
    whole,
    moment,
    choice,
    location,
    retries,
  };
}
