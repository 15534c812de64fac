import { CodeBlock } from "@/components/ui/code";

/** A JSON value as code, under a small heading. `of` completes its name where several look alike. */
export function JsonBlock({ label, of, value }: { label: string; of?: string; value: unknown }) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <p className="text-sm font-medium">{label}</p>
      <CodeBlock label={of ? `${label}: ${of}` : label} className="max-h-96">
        {JSON.stringify(value, null, 2)}
      </CodeBlock>
    </div>
  );
}
