"use client";

import { useNow, useTimeZone } from "./clock";
import { dayText, exactText, relativeText, secondText } from "./time-text";
import { Hint } from "./tooltip";

interface Props {
  /** An instant: ISO 8601 text, or a Date. */
  value: string | Date;
  className?: string;
}

/**
 * An instant relative to now ("3 days ago"); the exact time shows on hover, focus and tap. `isPast` says that it is
 * over, where the page's clock, renewed twice a minute, may lag behind. A `note` on it stands below in one line, and
 * whole with the exact time.
 */
export function RelativeTime({
  value,
  isPast = false,
  note,
  className,
}: Props & { isPast?: boolean; note?: string | null }) {
  const at = new Date(value);
  const clock = useNow();
  const now = isPast ? Math.max(clock, at.getTime()) : clock;
  const exact = exactText(at.getTime(), useTimeZone());
  return (
    <Hint content={note ? `${exact}: ${note}` : exact} className={className}>
      <time dateTime={at.toISOString()}>{relativeText(at.getTime(), now)}</time>
      {note ? <span className="block truncate">{note}</span> : null}
    </Hint>
  );
}

/** An instant with day, time and zone of the reader ("Nov 25, 2026, 11:59 PM GMT+1"), to the minute or the second. */
export function ExactTime({ value, withSeconds = false, className }: Props & { withSeconds?: boolean }) {
  const at = new Date(value);
  const timeZone = useTimeZone();
  const text = withSeconds ? secondText : exactText;
  return (
    <time dateTime={at.toISOString()} className={className}>
      {text(at.getTime(), timeZone)}
    </time>
  );
}

/** The day of an instant where the reader is ("Nov 25, 2026"). */
export function Day({ value, className }: Props) {
  const at = new Date(value);
  const timeZone = useTimeZone();
  return (
    <time dateTime={at.toISOString()} className={className}>
      {dayText(at.getTime(), timeZone)}
    </time>
  );
}
