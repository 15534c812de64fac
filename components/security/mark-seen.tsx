import { useState } from "react";
import { faultText } from "@/components/api-keys/ask";
import { useSend } from "@/components/api-keys/use-send";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { Answer } from "@/lib/errors";
import type { SeenCalls } from "@/lib/policy/schema";

export type MarkCallsSeen = (input: SeenCalls) => Promise<Answer<null>>;

/** Takes a dead key off the findings until somebody calls with it again. */
export function MarkSeen({
  row,
  until,
  markSeen,
}: {
  row: { id: string; name: string };
  /** When the latest of the calls on the screen was. */
  until: Date;
  markSeen: MarkCallsSeen;
}) {
  const send = useSend();
  const [isPending, setPending] = useState(false);

  async function mark() {
    setPending(true);
    const answer = await send(() => markSeen({ id: row.id, until }));
    setPending(false);
    if (!answer.ok)
      return toast(`${row.name} was not marked`, { tone: "danger", description: faultText(answer.errors) });
    toast(`${row.name} is listed again if somebody calls with it`);
  }

  return (
    <Button
      size="sm"
      variant="ghost"
      aria-label={`Mark as seen: ${row.name}`}
      isPending={isPending}
      pendingLabel="Marking as seen"
      onPress={() => void mark()}
    >
      Mark as seen
    </Button>
  );
}
