import { Fragment, type ReactNode } from "react";
import { Code } from "@/components/ui/code";

/** A part of a page under a heading of its own (h2), which its address names. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-3">
      <h2 id={id} className="scroll-mt-20 text-lg font-semibold tracking-tight">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Running text: paragraphs, apart at blank lines, with `code` between backticks. */
export function Text({ children, className }: { children: string; className?: string }) {
  return children.split(/\n{2,}/).map((paragraph) => (
    <p key={paragraph} className={className}>
      {inline(paragraph)}
    </p>
  ));
}

/** A line of text with `code` between backticks. */
export function inline(text: string): ReactNode[] {
  return text.split("`").map((part, index) => {
    const key = `${index}:${part}`;
    return index % 2 === 1 ? <Code key={key}>{part}</Code> : <Fragment key={key}>{part}</Fragment>;
  });
}

export function Steps({ children }: { children: ReactNode }) {
  return <ol className="flex list-decimal flex-col gap-1.5 ps-5 marker:text-text-muted">{children}</ol>;
}

export function Bullets({ children }: { children: ReactNode }) {
  return <ul className="flex list-disc flex-col gap-1.5 ps-5 marker:text-text-muted">{children}</ul>;
}
