import { Code } from "@/components/ui/code";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { OperationIndex } from "./operation-index";
import { Bullets, Section, Steps } from "./prose";
import type { Resource } from "./reference";
import { SampleTabs } from "./sample-tabs";
import { samplesOf } from "./samples";

/** The first page: from nothing to an answer, what holds everywhere, and every operation by name. */
export function Introduction({ origin, resources }: { origin: string; resources: Resource[] }) {
  return (
    <>
      <PageHeader
        title="Prepzo API"
        description="Candidates, jobs and everything between them, for your own programs."
      />
      <Section id="first-call" title="Your first call">
        <Steps>
          <li>
            Generate a key at <Link href="/settings/api-keys">Settings → API Keys</Link> with the scope{" "}
            <Code>candidates:read</Code>.
          </li>
          <li>
            Put it into the environment: <Code>export PREPZO_API_KEY=pk_live_…</Code>
          </li>
          <li>Run this:</li>
        </Steps>
        <SampleTabs
          label="List candidates"
          samples={samplesOf({ method: "GET", url: `${origin}/api/v1/candidates` })}
        />
      </Section>
      <Section id="conventions" title="What holds everywhere">
        <Bullets>
          <li>
            Everything is below <Code>{`${origin}/api/v1`}</Code> and speaks JSON with <Code>snake_case</Code>{" "}
            names.
          </li>
          <li>Ids are UUIDs. Times are ISO 8601 in UTC.</li>
          <li>
            PATCH changes the fields that are given; null clears one that is optional. DELETE answers with the
            row as it ended.
          </li>
          <li>
            Unknown fields are refused, by name: a misspelled one never passes unnoticed.{" "}
            <Link href="/docs/errors">Errors</Link> shows what a refusal looks like.
          </li>
          <li>
            The machine-readable description is the{" "}
            <a
              href="/api/v1/openapi.json"
              className="rounded-sm text-accent-text underline decoration-1 underline-offset-3 hover:decoration-2"
            >
              OpenAPI 3.1 document
            </a>
            . These pages are drawn from it.
          </li>
        </Bullets>
      </Section>
      <Section id="operations" title="All operations">
        {resources.map(({ slug, title, operations }) => (
          <div key={slug} className="flex flex-col gap-1.5">
            <h3 className="font-medium">{title}</h3>
            <OperationIndex label={title} page={`/docs/reference/${slug}`} operations={operations} />
          </div>
        ))}
      </Section>
    </>
  );
}
