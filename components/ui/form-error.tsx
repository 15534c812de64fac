"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Callout } from "./callout";

/** Why a form was not accepted as a whole; announced and brought into view when it appears. Draws nothing without children. */
export function FormError({ children }: { children?: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const isThere = Boolean(children);
  useEffect(() => {
    if (isThere) place.current?.scrollIntoView({ block: "nearest" });
  }, [isThere]);
  return (
    <div ref={place} role="alert" className="scroll-my-2 empty:absolute">
      {isThere ? <Callout tone="danger">{children}</Callout> : null}
    </div>
  );
}
