import { Button } from "@/components/ui/button";

/** What can be done with the selected keys. It lies at the bottom of the screen, so that no row moves. */
export function SelectionBar({
  count,
  onClear,
  onRevoke,
}: {
  count: number;
  onClear: () => void;
  onRevoke: () => void;
}) {
  return (
    <fieldset
      data-bottom-bar
      aria-label="Selected keys"
      className="sticky bottom-4 z-30 flex flex-wrap items-center gap-2 rounded-lg border bg-surface-raised px-4 py-2 shadow-overlay"
    >
      <p role="status" className="flex-1 font-medium whitespace-nowrap">
        {count} selected
      </p>
      <Button size="sm" variant="ghost" onPress={onClear}>
        <span>
          Clear<span className="max-sm:sr-only"> selection</span>
        </span>
      </Button>
      <Button size="sm" variant="danger" onPress={onRevoke}>
        Revoke {count === 1 ? "1 key" : `${count} keys`}…
      </Button>
    </fieldset>
  );
}
