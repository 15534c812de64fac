import { Code } from "@/components/ui/code";
import type { Facts } from "../guides";
import { Bullets, inline, Section, Text } from "../prose";
import { SampleTabs } from "../sample-tabs";
import { samplesOf } from "../samples";

export function Idempotency({ origin }: Facts) {
  return (
    <>
      <Section id="why" title="Why">
        <Text>
          When the line breaks before the answer comes, you cannot know whether the row was made. Give the
          POST an `Idempotency-Key` of your own choosing, and send it again with the same one: the work is
          done once, and the second answer is the first one again.
        </Text>
        <SampleTabs
          label="Create a candidate once"
          samples={samplesOf({
            method: "POST",
            url: `${origin}/api/v1/candidates`,
            headers: { "Idempotency-Key": "careers-site-application-4711" },
            body: { full_name: "Ada Byron", email: "ada.byron@example.com" },
          })}
        />
      </Section>
      <Section id="rules" title="How it works">
        <Bullets>
          {RULES.map((rule) => (
            <li key={rule}>{inline(rule)}</li>
          ))}
        </Bullets>
      </Section>
      <Section id="answers" title="What a second request gets">
        <Bullets>
          <li>
            The same body: the first answer, with <Code>Idempotency-Replayed: true</Code>.
          </li>
          <li>
            Another body: 422. The key already stands for a different request. Bodies are compared byte for
            byte, so send again what you sent, and do not write it anew with other spaces.
          </li>
          <li>While the first is still under way: 409. Wait a moment and send it again.</li>
        </Bullets>
      </Section>
      <Section id="secrets" title="Answers that show a secret">
        <Text>
          An answer with a secret in it, such as a new API key, is replayed for 10 minutes only; after that
          the second request gets 409. Until then it is stored encrypted under the caller’s own credential, so
          that our database alone cannot reveal it.
        </Text>
      </Section>
    </>
  );
}

const RULES = [
  "The key is 1 to 255 visible ASCII characters. Take something that names the work, such as the id of your own row, or a random UUID that you keep until the answer is there.",
  "It holds for 24 hours, for one API key, method and path: two API keys never meet, nor do two paths.",
  "Only successes are kept. What failed did nothing, so the same request may simply be sent again.",
  "Authentication, rate limits and scopes are checked before an answer is replayed.",
  "Every POST takes one. Other methods need none: to repeat them changes nothing more.",
];
