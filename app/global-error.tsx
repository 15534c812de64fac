"use client";

import { Notice } from "@/components/shell/notice";
import "./globals.css";

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Prepzo</title>
        <Notice title="Something went wrong" action={<a href="/">Start again</a>}>
          The page could not be shown. If it happens again, tell your administrator
          {error.digest ? ` the number ${error.digest}` : ""}.
        </Notice>
      </body>
    </html>
  );
}
