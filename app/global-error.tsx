"use client";

import { FailureNotice } from "@/components/shell/notice";
import { buttonStyle } from "@/components/ui/button-style";
import { fontClasses } from "./fonts";
import "./globals.css";

export default function GlobalError({ error }: { error: unknown }) {
  return (
    <html lang="en" className={fontClasses}>
      <body>
        <title>Something went wrong · Prepzo</title>
        <main id="content">
          <FailureNotice
            error={error}
            // A plain link: only a new document brings the layout back.
            action={
              <a href="/" className={buttonStyle({})}>
                Start again
              </a>
            }
          />
        </main>
      </body>
    </html>
  );
}
