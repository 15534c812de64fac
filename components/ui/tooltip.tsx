"use client";

import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components/Button";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import { classNames } from "./class-names";

/** Explains the button that it wraps, on hover and on keyboard focus. */
export function Tooltip({ content, children }: { content: ReactNode; children: ReactNode }) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <Bubble>{content}</Bubble>
    </TooltipTrigger>
  );
}

/**
 * Text that has more to say: shows `content` on hover, on keyboard focus and on tap.
 * For facts beside other facts, such as an exact time or the rest of a list.
 */
export function Hint({
  content,
  className,
  children,
}: {
  content: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <TooltipTrigger
      delay={200}
      closeDelay={100}
      shouldCloseOnPress={false}
      isOpen={isOpen}
      onOpenChange={setOpen}
    >
      <Button
        onPress={() => setOpen(true)}
        className={classNames(
          "min-h-6 cursor-help rounded-sm text-start decoration-dotted decoration-1 underline-offset-4 hover:underline",
          className,
        )}
      >
        {children}
      </Button>
      <Bubble>{content}</Bubble>
    </TooltipTrigger>
  );
}

function Bubble({ children }: { children: ReactNode }) {
  return (
    <AriaTooltip
      offset={6}
      className="max-w-72 rounded border bg-surface-raised px-2.5 py-1.5 text-sm text-text shadow-overlay transition-opacity duration-100 data-[entering]:opacity-0 data-[exiting]:opacity-0"
    >
      {children}
    </AriaTooltip>
  );
}
