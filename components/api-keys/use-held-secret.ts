import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { leaveNoEntry } from "./leave-warning";

/**
 * A dialog that ends in a new secret, and what it shows then: in this component's memory only, and gone when the dialog
 * closes or the page is left.
 */
export function useHeldSecret<Made>() {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [made, hold] = useState<Made | null>(null);

  // At once: the reveal must no longer watch the page being left.
  const forget = useCallback(
    () =>
      flushSync(() => {
        setOpen(false);
        hold(null);
      }),
    [],
  );

  // A page kept by the back-forward cache must not keep the secret.
  useEffect(() => {
    window.addEventListener("pagehide", forget);
    return () => window.removeEventListener("pagehide", forget);
  }, [forget]);

  // Not before: fetching the list may fail, and would then take the page away with the secret on it.
  async function done() {
    forget();
    await leaveNoEntry();
    if (navigator.onLine) router.refresh();
  }

  return { isOpen, setOpen, made, hold, done };
}
