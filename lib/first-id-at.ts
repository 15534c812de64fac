/** The smallest UUID version 7 of a millisecond (RFC 9562 section 5.7): what is older has a smaller id. */
export function firstIdAt(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
