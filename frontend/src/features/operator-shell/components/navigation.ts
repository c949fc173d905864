import { msg } from "@lingui/core/macro";
import type { LinkProps } from "@tanstack/react-router";
import {
  Building2,
  ClipboardCheck,
  CreditCard,
  History,
  IdCard,
  LayoutDashboard,
  type LucideIcon,
  MessagesSquare,
  PlugZap,
  ReceiptText,
  Tags,
  Terminal,
  UserRoundSearch,
  Users,
} from "lucide-react";

interface Entry {
  label: ReturnType<typeof msg>;
  to: LinkProps["to"];
  icon: LucideIcon;
}

/** The operator's side navigation, in groups; every group but the first has a heading. */
export const NAVIGATION: { heading: ReturnType<typeof msg> | null; entries: Entry[] }[] = [
  { heading: null, entries: [{ label: msg`Dashboard`, to: "/admin", icon: LayoutDashboard }] },
  {
    heading: msg`Network`,
    entries: [
      { label: msg`Stations`, to: "/admin/stations", icon: Building2 },
      { label: msg`Chargers`, to: "/admin/chargers", icon: PlugZap },
      { label: msg`Commands`, to: "/admin/commands", icon: Terminal },
      { label: msg`Messages`, to: "/admin/messages", icon: MessagesSquare },
      { label: msg`Unknown chargers`, to: "/admin/unknown-chargers", icon: UserRoundSearch },
    ],
  },
  {
    heading: msg`Charging and money`,
    entries: [
      { label: msg`Transactions`, to: "/admin/transactions", icon: ReceiptText },
      { label: msg`Billing`, to: "/admin/billing", icon: CreditCard },
      { label: msg`Tariffs`, to: "/admin/tariffs", icon: Tags },
    ],
  },
  {
    heading: msg`People`,
    entries: [
      { label: msg`Users and wallets`, to: "/admin/users", icon: Users },
      { label: msg`Tags`, to: "/admin/id-tags", icon: IdCard },
    ],
  },
  {
    heading: msg`Oversight`,
    entries: [
      { label: msg`To review`, to: "/admin/reviews", icon: ClipboardCheck },
      { label: msg`Audit`, to: "/admin/audit", icon: History },
    ],
  },
];
