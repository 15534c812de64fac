import { Button } from "@/components/ui/button";
import { DialogFooter } from "@/components/ui/dialog";
import type { Scope } from "@/lib/access/scopes";
import type { KeyReach } from "./key-summary";
import { reachSentence } from "./reach-sentence";

/** The end of a form that gives scopes: what they reach in a sentence, and its two buttons. */
export function KeyFormFooter({
  sumId,
  scopes,
  reach,
  isPending,
  submit,
  onCancel,
}: {
  /** The id of the sentence, which describes the scopes. */
  sumId: string;
  scopes: readonly Scope[];
  /** Null until it is known. */
  reach: KeyReach | null;
  isPending: boolean;
  /** What the button says, and what is announced meanwhile. */
  submit: { label: string; pendingLabel: string };
  onCancel: () => void;
}) {
  return (
    <DialogFooter>
      <p id={sumId} aria-live="polite" className="min-w-0 flex-1 text-sm md:text-balance max-md:basis-full">
        {reachSentence(scopes, reach)}
      </p>
      <Button onPress={onCancel} isDisabled={isPending}>
        Cancel
      </Button>
      <Button type="submit" variant="primary" isPending={isPending} pendingLabel={submit.pendingLabel}>
        {submit.label}
      </Button>
    </DialogFooter>
  );
}
