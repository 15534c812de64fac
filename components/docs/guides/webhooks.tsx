import { Code, CodeBlock } from "@/components/ui/code";
import { CopyButton } from "@/components/ui/copy-button";
import { Link } from "@/components/ui/link";
import { Cell, ColumnHeader, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import { readScopeOf } from "@/lib/webhooks/event-scopes";
import { EVENTS, type EventType } from "@/lib/webhooks/events";
import type { Facts } from "../guides";
import { JsonBlock } from "../json-block";
import { Bullets, inline, Section, Steps, Text } from "../prose";
import { SampleTabs } from "../sample-tabs";
import { samplesOf } from "../samples";
import { RECEIVERS } from "./receiver-samples";

export function Webhooks({ origin, webhookRetries }: Facts) {
  return (
    <>
      <Section id="register" title="Register an address">
        <p>
          Under <Link href="/settings/webhooks">Settings → Webhooks</Link>, or from a program. The key needs{" "}
          <Code>webhooks:write</Code>, and what the events need to be read.
        </p>
        <SampleTabs
          label="Register a webhook"
          samples={samplesOf({
            method: "POST",
            url: `${origin}/api/v1/webhooks`,
            body: {
              url: "https://hooks.example.com/prepzo",
              events: ["application.hired", "offer.accepted"],
            },
          })}
        />
        <Text>
          The answer shows the signing `secret`, `whsec_…`, this one time. Where you lose it, rotate it.
        </Text>
        <Text>
          An address is https on the internet, on port 443 or 80. Names that lead to private, local or
          reserved addresses are refused, here and again each time something is sent. A receiver on your own
          machine gets such an address from a tunnel; whoever runs Prepzo themselves can let hosts be used
          without, by `WEBHOOK_ALLOWED_HOSTS`.
        </Text>
      </Section>
      <Section id="events" title="What you can be told of">
        <Table label="Events">
          <TableHead>
            <ColumnHeader>Event</ColumnHeader>
            <ColumnHeader>Happens when</ColumnHeader>
            <ColumnHeader>Needs</ColumnHeader>
          </TableHead>
          <TableBody>
            {EVENTS.map((event) => (
              <TableRow key={event}>
                <RowHeader className="align-top">
                  <Code>{event}</Code>
                </RowHeader>
                <Cell className="align-top">{WHEN[event]}</Cell>
                <Cell className="align-top text-text-muted">
                  <Code>{readScopeOf(event)}</Code>
                </Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
        <Text>
          `*` asks for all of them but those of API keys, which are to be named. A change is told once, by the
          event that says most: an application that is hired is `application.hired`, and not
          `application.updated` too.
        </Text>
        <Text>
          A webhook tells only what its owner may read at that moment. Whoever loses a right is told no more
          of it, also of what happened before. What you do not ask for any more is not sent either, though it
          waited. Private notes are told to nobody.
        </Text>
      </Section>
      <Section id="message" title="What arrives">
        <JsonBlock label="Body of a message" value={MESSAGE} />
        <Text>
          `data` is the thing as the API showed it when it happened, and `timestamp` is when that was. The
          body is the same, byte for byte, on each attempt. Three headers come with it:
        </Text>

        <Bullets>
          <li>
            <Code>webhook-id</Code>: which message this is. It stays the same on each attempt, and when it is
            sent again later: <Code>msg_</Code> and the id of the delivery without its hyphens.
          </li>
          <li>
            <Code>webhook-timestamp</Code>: when this attempt was made, in Unix seconds.
          </li>
          <li>
            <Code>webhook-signature</Code>: <Code>v1,</Code> and the signature in base64; several, apart by a
            space, while a secret is being replaced.
          </li>
        </Bullets>
      </Section>
      <Section id="verify" title="Check that it is from us">
        <Text>
          Anybody who knows your address can post to it, so believe nothing that is not signed. Messages are
          signed as Standard Webhooks (standardwebhooks.com) say, and there are libraries for most languages.
          Without one:
        </Text>

        <Steps>
          {CHECKS.map((check) => (
            <li key={check}>{inline(check)}</li>
          ))}
        </Steps>
        <Text>
          Each of these is a whole receiver, which listens on port 4000; start it with your secret in
          `PREPZO_WEBHOOK_SECRET`. The JavaScript, saved as `receiver.mjs`, wants `npm install
          standardwebhooks` first.
        </Text>
        {Object.entries(RECEIVERS).map(([language, code]) => (
          <div key={language} className="flex min-w-0 flex-col gap-1.5">
            <p className="text-sm font-medium">{language}</p>
            <CodeBlock
              label={`A receiver in ${language}`}
              action={<CopyButton text={code} label={`Copy: a receiver in ${language}`} iconOnly />}
            >
              {code}
            </CodeBlock>
          </div>
        ))}
      </Section>
      <Section id="answer" title="What to answer">
        <Bullets>
          {ANSWERS.map((answer) => (
            <li key={answer}>{inline(answer)}</li>
          ))}
        </Bullets>
      </Section>
      <Section id="retries" title="When it fails">
        <Text>
          {`A message that is not taken is sent again, up to ${webhookRetries.length} times: after ${listed(webhookRetries)}, a tenth more or less. A test is sent once.`}
        </Text>
        <Text>
          When a webhook has only failed for 5 days, at least 10 times, it is disabled, also when nothing is
          to be sent just then, and its owner and the admins are told. While it is disabled nothing is sent.
          Once it is enabled again, what still waited is sent; what had been given up is sent again when you
          ask for it.
        </Text>
      </Section>
      <Section id="order" title="Twice, and out of order">
        <Bullets>
          <li>
            Each message arrives at least once, and so sometimes twice: when your answer is lost on its way,
            or one of our machines stops in between. Remember each <Code>webhook-id</Code>, and do nothing
            when it comes again.
          </li>
          <li>
            Messages are sent in the order in which things happened as far as that goes, several at once.
            After a failure a later one overtakes. Compare <Code>timestamp</Code>, or <Code>updated_at</Code>{" "}
            in <Code>data</Code>, with what you have, or read the thing anew.
          </li>
        </Bullets>
      </Section>
      <Section id="rotate" title="Replace the secret">
        <Steps>
          <li>
            Rotate it in the webhook’s menu, or by <Code>POST /webhooks/{"{id}"}/rotate</Code>. The answer
            shows the new one.
          </li>
          <li>
            For 24 hours each message carries a signature by either secret, the new one first. Give your
            receiver the new one in that time; no message is lost.
          </li>
          <li>
            Where the old one is known to others, send <Code>{'{"overlap_seconds": 0}'}</Code>: it ends at
            once.
          </li>
        </Steps>
      </Section>
      <Section id="look" title="Try, look, send again">
        <Bullets>
          {LATER.map((each) => (
            <li key={each}>{inline(each)}</li>
          ))}
        </Bullets>
        <p>
          All of it is on the webhook’s page too, under{" "}
          <Link href="/settings/webhooks">Settings → Webhooks</Link>.
        </p>
      </Section>
    </>
  );
}

const WHEN: Record<EventType, string> = {
  "candidate.created": "A candidate is added.",
  "candidate.updated": "A candidate is changed.",
  "candidate.deleted": "A candidate is deleted, with all that is theirs.",
  "application.created": "Somebody applies for a job.",
  "application.updated": "An application is changed, its status aside.",
  "application.stage_changed": "It moves to another stage.",
  "application.rejected": "It is rejected.",
  "application.hired": "It ends in a hire.",
  "job.created": "A job is added.",
  "job.updated": "A job is changed, or opened again.",
  "job.closed": "It is closed.",
  "job.archived": "It is archived.",
  "interview.scheduled": "An interview is set, or set for another time.",
  "interview.completed": "It has taken place.",
  "interview.cancelled": "It is called off.",
  "offer.created": "An offer is made.",
  "offer.accepted": "It is accepted.",
  "offer.rejected": "It is turned down.",
  "note.created": "A note is shared.",
  "api_key.created": "An API key is generated.",
  "api_key.rotated": "A key is rotated.",
  "api_key.revoked": "A key is revoked.",
  "api_key.expiring": "A key ends soon.",
  "api_key.leaked": "A key was found where others can read it.",
};

const MESSAGE = {
  event: "application.hired",
  data: {
    id: "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f16",
    candidate_id: "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f13",
    job_id: "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f15",
    status: "hired",
    "…": "…",
  },
  organization_id: "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f0f",
  timestamp: "2027-02-01T14:05:12.000Z",
};

const CHECKS = [
  "Take the body as it arrived, before anything parses it.",
  "Refuse it where `webhook-timestamp` is more than five minutes away from now: somebody may be sending an old one again.",
  "Join `webhook-id`, `webhook-timestamp` and the body with dots, and compute HMAC-SHA256 over that. The key is what stands behind `whsec_`, decoded from base64.",
  "Compare the result, in base64, with each `v1,…` of `webhook-signature`, in constant time. One that is equal is enough.",
];

const ANSWERS = [
  "Any 2xx, within 10 seconds: the message is yours, and is not sent again. Put it where it is safe, answer, and do the work afterwards.",
  "410: you want no more. The webhook is disabled at once.",
  "429 or 503 with `Retry-After`: it is not tried before then, though after a day at the latest.",
  "All else is a failure, redirects too: they are not followed.",
  "Of what you answer the first 16 KiB are kept for 30 days, of a success the first KiB, for those who look for what went wrong.",
];

const LATER = [
  "`POST /webhooks/{id}/test` sends an event that did not happen, with the data of these pages’ examples. Its answer tells what came of it.",
  "`GET /webhooks/{id}/deliveries` lists what was sent in the last 30 days; one of them shows each attempt, with what was sent and answered.",
  '`POST /webhooks/{id}/deliveries/{delivery_id}/resend` sends one again, `POST /webhooks/{id}/deliveries/resend` all that failed in a period: `{"status": "failed", "from": "2027-02-01T00:00:00Z"}`; with `"pending"` what has failed and waits for another attempt has it now.',
  '`PATCH /webhooks/{id}` changes a webhook; `{"enabled": false}` pauses it. What happens until it is enabled again is not sent.',
];

/** `5 s, 5 min and 2 h` */
function listed(waits: readonly number[]): string {
  const words = waits.map((wait) => {
    const seconds = wait / 1_000;
    if (seconds < 60) return `${seconds} s`;
    return seconds < 3_600 ? `${seconds / 60} min` : `${seconds / 3_600} h`;
  });
  return new Intl.ListFormat("en").format(words);
}
