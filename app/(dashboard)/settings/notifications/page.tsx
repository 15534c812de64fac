import { BellOff } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CalendarCard } from "@/components/notices/calendar-card";
import { NoticeList } from "@/components/notices/notice-list";
import { KeepFocus } from "@/components/shell/keep-focus";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SubmitButton } from "@/components/ui/submit-button";
import { currentPerson, requireActor } from "@/lib/auth/session";
import { calendarFeedOf } from "@/lib/notices/calendar-feed";
import { countUnread, listNotices } from "@/lib/notices/inbox";
import { mailIsConfigured } from "@/lib/notices/mail";
import { makeCalendarFeed, markAllRead, revokeCalendarFeed } from "./actions";

export const metadata: Metadata = { title: "Notifications" };

const PAGE_SIZE = 50;
const addressOf = (page: number) => `/settings/notifications${page > 1 ? `?page=${page}` : ""}`;

export default async function NotificationsPage({ searchParams }: PageProps<"/settings/notifications">) {
  const [person, actor] = [await currentPerson(), await requireActor()];
  const page = pageOf((await searchParams).page);
  const [{ rows, total }, unread, feed] = await Promise.all([
    listNotices(actor, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    countUnread(actor),
    calendarFeedOf(actor),
  ]);
  const lastPage = Math.max(1, Math.ceil(total / PAGE_SIZE));
  if (page > lastPage) redirect(addressOf(lastPage));
  const [newest] = rows;

  return (
    <>
      <KeepFocus />
      <PageHeader
        title="Notifications"
        description={
          mailIsConfigured()
            ? `What happens to your API keys. You are told by e-mail too, at ${person.email}.`
            : "What happens to your API keys. E-mail is not set up here, so this is where you are told."
        }
        actions={
          <>
            {newest && unread > 0 ? (
              <form action={markAllRead}>
                <input type="hidden" name="until" value={newest.id} />
                <SubmitButton variant="secondary" pendingLabel="Marking as read">
                  Mark all as read
                </SubmitButton>
              </form>
            ) : null}
            <LinkButton href="#calendar">Calendar</LinkButton>
          </>
        }
      />
      {rows.length > 0 ? (
        <NoticeList notices={rows} />
      ) : (
        <EmptyState icon={<BellOff />} title="No notifications yet">
          You are told here when a key of yours is generated, rotated, revoked or seen in public, and before
          it ends.
        </EmptyState>
      )}
      <Pagination
        label="Pages of notifications"
        page={page}
        pageSize={PAGE_SIZE}
        total={total}
        href={addressOf}
      />
      <section id="calendar" className="scroll-mt-20">
        <CalendarCard feed={feed} actions={{ make: makeCalendarFeed, revoke: revokeCalendarFeed }} />
      </section>
    </>
  );
}

function pageOf(sent: string | string[] | undefined): number {
  return typeof sent === "string" && /^[1-9]\d{0,5}$/.test(sent) ? Number(sent) : 1;
}
