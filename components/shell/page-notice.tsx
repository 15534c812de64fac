"use client";

import { useSearchParams } from "next/navigation";
import { Callout } from "@/components/ui/callout";
import { noticeOf } from "@/lib/auth/notices";

/** What the way to a provider and back came to, above the page that it led back to. */
export function PageNotice() {
  const notice = noticeOf(useSearchParams().get("notice") ?? "");
  if (!notice) return null;
  return (
    <div role="status">
      <Callout tone={notice.tone}>{notice.text}</Callout>
    </div>
  );
}
