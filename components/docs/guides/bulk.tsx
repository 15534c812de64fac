import { Code } from "@/components/ui/code";
import { Link } from "@/components/ui/link";
import type { Facts } from "../guides";
import { JsonBlock } from "../json-block";
import { Bullets, Section, Text } from "../prose";
import { SampleTabs } from "../sample-tabs";
import { samplesOf } from "../samples";

export function Bulk({ origin }: Facts) {
  return (
    <>
      <Section id="request" title="The request">
        <Text>
          `POST /api/v1/bulk` takes up to 1,000 operations. Each names what to do (`create`, `update`,
          `delete`), the resource (`candidates`, `jobs`, `applications`, `interviews`, `offers`), the `id`
          where a row is meant, and the `data` that a single request would have as its body.
        </Text>
        <SampleTabs
          label="Create two candidates"
          samples={samplesOf({ method: "POST", url: `${origin}/api/v1/bulk`, body: REQUEST })}
        />
      </Section>
      <Section id="answer" title="The answer">
        <Text>
          The status is 200 even where single operations failed. `results` has one entry for each operation,
          in the order of the request, with the status and errors that it would have had alone.
        </Text>
        <JsonBlock label="One of two succeeded" value={ANSWER} />
      </Section>
      <Section id="atomic" title="All or nothing">
        <Text>
          With `atomic` set to true nothing is changed unless everything can be: the first failure decides the
          status of the whole answer, and what came before it is undone.
        </Text>
        <Text>
          Without it the operations are carried out fifty at a time. Should the server fail on the way, with a
          status of 500 or more, or the key end meanwhile, with 401, what was done until then stays done. An
          `Idempotency-Key` prevents that: the whole request is then kept or undone together.
        </Text>
      </Section>
      <Section id="rights" title="Rights and limits">
        <Bullets>
          <li>
            The key needs <Code>bulk:write</Code>, and for each operation the write scope of its resource.
            Without it that operation is a 403; with <Code>atomic</Code> the whole request is, before anything
            happens.
          </li>
          <li>
            A request counts as one call and one more for each 100 operations begun. If that does not fit into
            what is left of the minute, the answer is 429 and nothing is done. See{" "}
            <Link href="/docs/rate-limits">Rate limits</Link>.
          </li>
          <li>The body may have up to 8 MiB.</li>
          <li>
            An <Code>Idempotency-Key</Code> covers the request as a whole: what it did and its answer are kept
            together or not at all, so it can be sent again when the line broke.
          </li>
        </Bullets>
      </Section>
    </>
  );
}

const REQUEST = {
  atomic: false,
  operations: [
    {
      op: "create",
      resource: "candidates",
      data: { full_name: "Grace Brewster", email: "grace.brewster@example.com" },
    },
    {
      op: "create",
      resource: "candidates",
      data: { full_name: "Alan Mathison", email: "alan.mathison@example.com" },
    },
  ],
};

const ANSWER = {
  success: true,
  data: {
    succeeded: 1,
    failed: 1,
    results: [
      { index: 0, status: 201, data: { id: "01983a5c-…", full_name: "Grace Brewster" }, errors: null },
      {
        index: 1,
        status: 409,
        data: null,
        errors: [
          {
            code: "duplicate",
            message: "Candidate with this email already exists",
            field: "operations.1.data.email",
          },
        ],
      },
    ],
  },
  errors: null,
};
