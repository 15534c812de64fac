import { callOrigin } from "@/lib/auth/call-origin";
import { answerCalendar } from "@/lib/notices/calendar-answer";

export async function GET(_: Request, { params }: RouteContext<"/calendar/[token]">) {
  return answerCalendar((await params).token, await callOrigin(), new Date());
}
