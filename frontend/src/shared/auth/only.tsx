import type { ReactNode } from "react";
import { useMaybeProfile } from "./profile";

/** Parts of a page for some only. They hide; the API decides. */
export function AuthenticatedOnly({
  children,
  otherwise,
}: {
  children: ReactNode;
  otherwise?: ReactNode;
}) {
  return useMaybeProfile() ? children : otherwise;
}

export function AdminOnly({ children }: { children: ReactNode }) {
  return useMaybeProfile()?.role === "ADMIN" ? children : null;
}

export function UserOnly({ children }: { children: ReactNode }) {
  return useMaybeProfile()?.role === "USER" ? children : null;
}
