import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useIdempotencyKey } from "#/shared/api/idempotency";
import { openCheckout } from "./checkouts";

/** Asks for a page to pay on, once whatever is clicked, and goes there. */
export function useCheckout(userId: string) {
  const key = useIdempotencyKey();
  const isRunning = useRef(false);
  const checkout = useMutation({
    mutationFn: (amountMinor: number) => openCheckout(userId, amountMinor, key.current()),
    // The page stays busy until the browser has left it.
    onSuccess: ({ url }) => window.location.assign(url),
    onError: (error) => {
      isRunning.current = false;
      // A refusal is an answer; without an answer the same key asks again for the same page.
      if ("status" in error && error.status !== 0) key.next();
    },
  });
  const reset = checkout.reset;
  useEffect(() => {
    // The browser's own way back shows this page as it was left.
    const comeBack = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      isRunning.current = false;
      key.next();
      reset();
    };
    window.addEventListener("pageshow", comeBack);
    return () => window.removeEventListener("pageshow", comeBack);
  });
  return {
    error: checkout.error,
    isBusy: checkout.isPending || checkout.isSuccess,
    /** The amount is another now. */
    change: () => {
      key.next();
      reset();
    },
    pay: (amountMinor: number) => {
      // The second half of a double click comes before a render could disable the button.
      if (isRunning.current) return;
      isRunning.current = true;
      checkout.mutate(amountMinor);
    },
  };
}
