/** Lets keyboard users jump over bar and sidebar to the element with the id "content". */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="fixed start-3 top-2 z-60 -translate-y-20 rounded border bg-surface-raised px-3 py-2 font-medium shadow-overlay focus:translate-y-0"
    >
      Skip to content
    </a>
  );
}
