import { createFileRoute, notFound, redirect } from "@tanstack/react-router";

/**
 * The door to the operators' area. Their addresses are not in the tree that everybody loads: they
 * come after the guard, and then the same address is asked for again.
 */
export const Route = createFileRoute("/admin/$")({
  beforeLoad: async ({ context, location }) => {
    const { requireAdmin } = await import("#/shared/auth/guards");
    await requireAdmin({ location });
    if (!(await context.addOperatorRoutes())) throw notFound();
    throw redirect({ href: location.href, replace: true });
  },
});
