/** How many keys there are besides those listed. */
export function OtherKeys({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p>
      and {count.toLocaleString("en-US")} more {count === 1 ? "key" : "keys"}
    </p>
  );
}
