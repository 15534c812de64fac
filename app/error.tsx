"use client";

import { FailureNotice } from "@/components/shell/notice";
import { Button } from "@/components/ui/button";

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main id="content">
      <FailureNotice error={error} action={<Button onPress={retry}>Try again</Button>} />
    </main>
  );
}
