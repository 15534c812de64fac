import NextLink from "next/link";
import { RelativeTime } from "@/components/ui/time";
import type { InboxNotice } from "@/lib/notices/notice";

/** Notices, newest first; each leads to where one acts on it. */
export function NoticeList({ notices }: { notices: InboxNotice[] }) {
  return (
    <ol className="divide-y rounded-lg border bg-surface">
      {notices.map(({ id, subject, sentences, path, created_at, isUnread }) => (
        <li key={id} className="relative flex flex-col gap-0.5 py-3 ps-9 pe-4">
          {isUnread ? (
            <span aria-hidden className="absolute start-4 top-5 size-2 rounded-full bg-accent" />
          ) : null}
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 className="min-w-0 wrap-anywhere">
              <NextLink
                href={path}
                prefetch={false}
                className={`relative inline-block rounded-sm underline-offset-3 hover:underline ${isUnread ? "font-semibold" : "font-medium"}`}
              >
                {isUnread ? <span className="sr-only">Unread: </span> : null}
                {subject}
              </NextLink>
            </h2>
            <span className="text-sm text-text-muted">
              <RelativeTime value={created_at} isPast />
            </span>
          </div>
          <p className="text-text-muted wrap-anywhere">{sentences.join(" ")}</p>
        </li>
      ))}
    </ol>
  );
}
