import { EVENTS, type EventType } from "@/lib/webhooks/events";

const LABELS: Record<string, string> = {
  candidate: "Candidates",
  application: "Applications",
  job: "Jobs",
  interview: "Interviews",
  offer: "Offers",
  note: "Notes",
  api_key: "API keys",
};

export type EventGroup = { label: string; events: EventType[] };

/** The events by the thing that they tell of, in the order of the documentation. */
export const EVENT_GROUPS: EventGroup[] = Object.entries(LABELS).map(([subject, label]) => ({
  label,
  events: EVENTS.filter((event) => event.startsWith(`${subject}.`)),
}));
