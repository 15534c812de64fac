"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { ExactTime } from "@/components/ui/time";

/** Draws the page anew every 15 seconds while somebody looks at it, and says how old its figures are. */
export function Live({ asOf }: { asOf: Date }) {
  return (
    <p className="text-sm text-text-muted">
      <Renewal everyMs={15_000} />
      As of <ExactTime value={asOf} withSeconds />. The figures renew themselves.
    </p>
  );
}

/** Draws the page anew again and again while it is there and somebody looks at the page. */
export function Renewal({ everyMs }: { everyMs: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return null;
}
