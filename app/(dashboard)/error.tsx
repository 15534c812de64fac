"use client";

import { FailureNotice } from "@/components/shell/notice";
import { Button } from "@/components/ui/button";

export default function DashboardError({ error, retry }: { error: unknown; retry: () => void }) {
  return <FailureNotice error={error} action={<Button onPress={retry}>Try again</Button>} />;
}
