"use client";

import { Notice } from "@/components/shell/notice";
import { Button } from "@/components/ui/button";

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Notice title="Something went wrong" action={<Button onPress={reset}>Try again</Button>}>
      The page could not be shown. If it happens again, tell your administrator
      {error.digest ? ` the number ${error.digest}` : ""}.
    </Notice>
  );
}
