import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";

/** Without scripts the list would seem to load for ever: its page is streamed in by one. */
export default function ApiKeysLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <noscript>
        <Callout tone="warning" title="Managing keys needs JavaScript">
          Turn it on in your browser and load this page again. With a key that has full access, the API can
          manage keys too.
        </Callout>
      </noscript>
      {children}
    </>
  );
}
