import { type QueryClient, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useDeed } from "./useDeed";

interface Options<Thing, Fields> {
  /** As it was last read; newer ones come while the form is open. */
  latest: Thing;
  /** Saves over the version that the form began with. */
  save: (fields: Fields, begun: Thing) => Promise<Thing>;
  /** Reads it as it is now. */
  read: (client: QueryClient) => Promise<Thing>;
  refresh: readonly QueryKey[];
  said: string;
  onDone?: () => void;
}

/**
 * Edits something that others may edit as well. What the form began with stays while it is open, so
 * that saving over somebody's change is refused and nothing typed is lost; `reload` begins again.
 */
export function useEdit<Thing, Fields>(options: Options<Thing, Fields>) {
  const { latest, save, read, refresh, said, onDone } = options;
  const client = useQueryClient();
  const [begun, setBegun] = useState(latest);
  const deed = useDeed({
    run: (fields: Fields) => save(fields, begun),
    refresh,
    said,
    quiet: true,
    onDone: (saved) => {
      setBegun(saved);
      onDone?.();
    },
  });
  const reload = useDeed({
    run: () => read(client),
    refresh: [],
    onDone: (fresh) => {
      setBegun(fresh);
      deed.reset();
      for (const queryKey of refresh) void client.invalidateQueries({ queryKey });
    },
  });
  return {
    begun,
    save: deed.mutate,
    busy: deed.isPending,
    error: deed.error,
    reload: () => reload.mutate(undefined),
  };
}
