import { msg } from "@lingui/core/macro";
import type { LinkProps } from "@tanstack/react-router";
import type { IconName } from "#/shared/ui/Icon";

interface Entry {
  label: ReturnType<typeof msg>;
  to: LinkProps["to"];
  icon: IconName;
}

/** The operator's side navigation, in groups; every group but the first has a heading. */
export const NAVIGATION: { heading: ReturnType<typeof msg> | null; entries: Entry[] }[] = [
  { heading: null, entries: [{ label: msg`Dashboard`, to: "/admin", icon: "layout-dashboard" }] },
  {
    heading: msg`Network`,
    entries: [
      { label: msg`Stations`, to: "/admin/stations", icon: "building-complex" },
      { label: msg`Chargers`, to: "/admin/chargers", icon: "plug-zap" },
      { label: msg`Commands`, to: "/admin/commands", icon: "terminal" },
      { label: msg`Messages`, to: "/admin/messages", icon: "messages-square" },
      { label: msg`Firmware`, to: "/admin/firmware", icon: "file-down" },
      {
        label: msg`Configuration templates`,
        to: "/admin/configuration-templates",
        icon: "settings-2",
      },
      { label: msg`Unknown chargers`, to: "/admin/unknown-chargers", icon: "user-round-search" },
    ],
  },
  {
    heading: msg`Charging and money`,
    entries: [
      { label: msg`Transactions`, to: "/admin/transactions", icon: "receipt-text" },
      { label: msg`Billing`, to: "/admin/billing", icon: "credit-card" },
      { label: msg`Reports`, to: "/admin/reports", icon: "chart-line" },
      { label: msg`Exports`, to: "/admin/exports", icon: "download" },
      { label: msg`Tariffs`, to: "/admin/tariffs", icon: "tags" },
    ],
  },
  {
    heading: msg`People`,
    entries: [
      { label: msg`Users and wallets`, to: "/admin/users", icon: "users" },
      { label: msg`Tags`, to: "/admin/id-tags", icon: "id-card" },
    ],
  },
  {
    heading: msg`Oversight`,
    entries: [
      { label: msg`To review`, to: "/admin/reviews", icon: "clipboard-check" },
      { label: msg`Security events`, to: "/admin/security", icon: "shield-check" },
      { label: msg`Findings`, to: "/admin/findings", icon: "list-checks" },
      { label: msg`Audit`, to: "/admin/audit", icon: "rotate-ccw-clock" },
    ],
  },
];
