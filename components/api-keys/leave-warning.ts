import { useEffect, useEffectEvent } from "react";

/**
 * Asks before the page is left, since a secret goes with it. Within the application the browser asks nothing: there
 * the Back button finds one more entry of this very page, stays, and `onBack` is called. `leaveNoEntry` takes that
 * entry away afterwards.
 */
export function useLeaveWarning(onBack: () => void) {
  const onBackNow = useEffectEvent(onBack);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const remain = () => window.history.pushState(window.history.state, "", window.location.href);
    const stay = () => {
      remain();
      onBackNow();
    };
    remain();
    window.addEventListener("beforeunload", warn);
    window.addEventListener("popstate", stay);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("popstate", stay);
    };
  }, []);
}

/** Once the warning is over: goes back from its entry to the page's own. Resolves when that has happened. */
export function leaveNoEntry(): Promise<void> {
  return new Promise((resolve) => {
    window.addEventListener("popstate", () => resolve(), { once: true });
    window.history.back();
  });
}
