import { classNames } from "./class-names";
import { Hint } from "./tooltip";

/** Shorter text fits wherever this stands, so it needs no stop of the keyboard to be read whole. */
const FITS = 24;

/**
 * One line of text; what may be cut off shows whole on hover, focus and tap. `id` names the text itself. With
 * `isTight` it shares its line, so that even short text may be cut off.
 */
export function Clamped({
  id,
  isTight = false,
  className,
  children,
}: {
  id?: string;
  isTight?: boolean;
  className?: string;
  children: string;
}) {
  if (children.length <= FITS && !isTight) {
    return (
      <span id={id} className={classNames("block min-h-6", className)}>
        {children}
      </span>
    );
  }
  return (
    <Hint content={children} className={classNames("block max-w-full truncate", className)}>
      <span id={id}>{children}</span>
    </Hint>
  );
}
