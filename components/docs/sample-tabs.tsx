"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { Tabs } from "@/components/ui/tabs";
import { useReader } from "./reader";
import { LANGUAGES, type Samples } from "./samples";

/** One call in each language; the choice holds for every sample. */
export function SampleTabs({ label, samples }: { label: string; samples: Samples }) {
  const { language, setLanguage } = useReader();
  const code = samples[language];
  return (
    <div className="min-w-0 overflow-hidden rounded-lg border bg-surface-sunken">
      <Tabs
        label={`Language of the sample: ${label}`}
        names={LANGUAGES}
        selected={language}
        onSelect={setLanguage}
        end={<CopyButton text={code} label={`Copy: ${label}`} iconOnly />}
      >
        <section
          aria-label={`${label} in ${language}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines must be reachable by keyboard
          tabIndex={0}
          className="overflow-x-auto px-3 py-2.5 focus-visible:outline-offset-[-2px]"
        >
          <pre className="font-mono text-sm">{code}</pre>
        </section>
      </Tabs>
    </div>
  );
}
