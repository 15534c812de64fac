import { Bell as BellIcon } from "lucide-react";
import NextLink from "next/link";
import { buttonStyle } from "@/components/ui/button-style";
import { MOST_UNREAD } from "@/lib/notices/notice";

/** The way to the notices, with the number of those that are unread. */
export function Bell({ unread }: { unread: number }) {
  const count = unread > MOST_UNREAD ? `${MOST_UNREAD}+` : String(unread);
  return (
    <NextLink
      href="/settings/notifications"
      prefetch={false}
      aria-label={unread > 0 ? `Notifications, ${count} unread` : "Notifications"}
      className={buttonStyle({ variant: "ghost", iconOnly: true, className: "relative" })}
    >
      <BellIcon aria-hidden />
      {unread > 0 ? (
        <span
          aria-hidden
          className="absolute start-5 top-0 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-[0.6875rem] leading-none font-semibold text-accent-on"
        >
          {count}
        </span>
      ) : null}
    </NextLink>
  );
}
