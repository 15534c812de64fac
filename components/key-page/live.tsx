"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { ExactTime } from "@/components/ui/time";

const EVERY_MS = 15_000;

/** Draws the page anew every 15 seconds while somebody looks at it, and says how old its figures are. */
export function Live({ asOf }: { asOf: Date }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <p className="text-sm text-text-muted">
      As of <ExactTime value={asOf} withSeconds />. The figures renew themselves.
    </p>
  );
}
