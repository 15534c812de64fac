/**
 * Puts `text` on the clipboard and tells whether that worked. The clipboard API exists on https and
 * localhost only; elsewhere (a LAN address) the older copy command is tried.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const carrier = document.createElement("textarea");
  carrier.value = text;
  carrier.readOnly = true;
  carrier.style.cssText = "position:fixed;opacity:0;pointer-events:none";
  // Inside the focused element's own container, since a modal dialog takes focus back from outside it.
  (focused?.parentElement ?? document.body).append(carrier);
  carrier.select();
  const copied = document.execCommand("copy");
  carrier.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}
