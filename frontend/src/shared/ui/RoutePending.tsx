import { SkeletonRows } from "./Skeleton";

export function RoutePending() {
  return (
    <main className="mx-auto w-full max-w-3xl p-4">
      <SkeletonRows />
    </main>
  );
}
