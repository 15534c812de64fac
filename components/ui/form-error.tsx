import type { ReactNode } from "react";
import { Callout } from "./callout";

/** Why a form was not accepted as a whole; announced when it appears. Draws nothing without children. */
export function FormError({ children }: { children?: ReactNode }) {
  return (
    <div role="alert" className="empty:absolute">
      {children ? <Callout tone="danger">{children}</Callout> : null}
    </div>
  );
}
