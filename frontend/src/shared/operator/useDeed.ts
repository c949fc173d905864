import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useErrorText } from "#/shared/ui/ErrorState";
import { toast } from "#/shared/ui/toast";

export interface DeedOptions<Input, Result> {
  run: (input: Input) => Promise<Result>;
  /** What is read again afterwards, by the beginning of its key. */
  refresh: readonly QueryKey[];
  /** What to say when it is done. */
  said?: string;
  onDone?: (result: Result, input: Input) => void;
  /** For forms, which show what is wrong at their fields. */
  quiet?: boolean;
}

/** Changes something on the server: says how it went, and reads again what it touched. */
export function useDeed<Input, Result>(options: DeedOptions<Input, Result>) {
  const client = useQueryClient();
  const errorText = useErrorText();
  const isRunning = useRef(false);
  const deed = useMutation({
    mutationFn: options.run,
    onSuccess: (result, input) => {
      if (options.said) toast("good", options.said);
      options.onDone?.(result, input);
    },
    onError: (error) => {
      if (!options.quiet) toast("bad", errorText(error));
    },
    onSettled: () => {
      isRunning.current = false;
      return Promise.all(options.refresh.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
  // The second half of a double click comes before a render could disable the button.
  const mutate = (input: Input) => {
    if (isRunning.current) return;
    isRunning.current = true;
    deed.mutate(input);
  };
  return { ...deed, mutate };
}
