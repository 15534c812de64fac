import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useTransition } from "react";

/**
 * Fetches what the page shows anew, and resolves once it stands there, or the page was left: whoever waits for it lets
 * nobody go on from what was true before.
 */
export function useRefresh(): () => Promise<void> {
  const router = useRouter();
  const [isFetching, startTransition] = useTransition();
  const waiting = useRef<(() => void)[]>([]);

  const settle = useCallback(() => {
    for (const go of waiting.current.splice(0)) go();
  }, []);
  useEffect(() => {
    if (!isFetching) settle();
  }, [isFetching, settle]);
  useEffect(() => settle, [settle]);

  return () =>
    new Promise((resolve) => {
      waiting.current.push(resolve);
      startTransition(() => router.refresh());
    });
}
