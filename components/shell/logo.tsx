/** The mark of Prepzo: a P that is a key. Decorative; the name stands beside it. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className={className}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <g className="fill-none stroke-accent-on" strokeWidth="3" strokeLinecap="round">
        <circle cx="17" cy="13" r="5.5" />
        <path d="M11.5 13v12M11.5 20.5H15" />
      </g>
    </svg>
  );
}
