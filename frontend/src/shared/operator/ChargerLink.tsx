import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** The way to a charger's page. */
export function ChargerLink({ chargerId, children }: { chargerId: string; children?: ReactNode }) {
  return (
    <Link
      to="/admin/chargers/$chargerId"
      params={{ chargerId }}
      className="font-medium text-brand-ink underline-offset-4 hover:underline"
    >
      {children ?? chargerId}
    </Link>
  );
}
