import { Callout } from "@/components/ui/callout";
import { Code, CodeBlock } from "@/components/ui/code";
import { Link } from "@/components/ui/link";
import { Cell, ColumnHeader, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import { CHALLENGES, type Challenge, scopeChallenge } from "@/lib/access/challenges";
import type { Facts } from "../guides";
import { JsonBlock } from "../json-block";
import { Bullets, Section, Steps, Text } from "../prose";
import { SampleTabs } from "../sample-tabs";
import { samplesOf } from "../samples";

export function Authentication({ origin, keyPattern }: Facts) {
  return (
    <>
      <Section id="get-a-key" title="Get a key">
        <Steps>
          <li>
            Sign in and open <Link href="/settings/api-keys">Settings → API Keys</Link>.
          </li>
          <li>
            Press Generate New Key, name the key for the program that will hold it, and choose its scopes.
          </li>
          <li>Copy the key at once. We keep only a fingerprint of it, so nobody can show it to you again.</li>
        </Steps>
      </Section>
      <Section id="send-it" title="Send it with every request">
        <Text>
          The key goes into the `Authorization` header, as a bearer token. No other place is looked at: not
          the query, not the body, not a cookie. Send exactly one.
        </Text>
        <SampleTabs
          label="See what a key is and may do"
          samples={samplesOf({ method: "GET", url: `${origin}/api/v1/api-keys/current` })}
        />
        <Callout tone="warning" title="This is a secret, unlike a publishable key">
          Some products call keys that begin with <Code>pk_</Code> publishable. Ours are not: whoever holds
          one acts in your organization’s name. Keep it on servers, in the environment or a secret store, out
          of browsers, apps and repositories.
        </Callout>
      </Section>
      <Section id="format" title="What a key looks like">
        <Text>
          Every key is `pk_live_` and 32 more characters of base64url, 40 in all. For scanners and validators,
          this regular expression matches every key, and nothing shorter or longer:
        </Text>
        <CodeBlock label="Regular expression of a key">{keyPattern}</CodeBlock>
        <Text>
          The 32 characters are 24 bytes: 20 random ones and a checksum, the CRC-32 (ISO-HDLC, big-endian) of
          the ASCII prefix followed by those 20 bytes. So a mistyped key can be told from a real one without
          asking us.
        </Text>
      </Section>
      <Section id="401" title="401: the key does not open the door">
        <JsonBlock label="Body of a 401" value={UNAUTHORIZED} />
        <Text>
          The body is the same whatever the reason. The `WWW-Authenticate` header tells more, and only to
          those who hold the whole key:
        </Text>
        <Table label="Challenges of a 401">
          <TableHead>
            <ColumnHeader>WWW-Authenticate</ColumnHeader>
            <ColumnHeader>What happened</ColumnHeader>
          </TableHead>
          <TableBody>
            {(Object.keys(MEANINGS) as Challenge[]).map((why) => (
              <TableRow key={why}>
                <RowHeader className="align-top">
                  <Code>{CHALLENGES[why]}</Code>
                </RowHeader>
                <Cell className="align-top">{MEANINGS[why]}</Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Section>
      <Section id="403" title="403: the key may not do this">
        <JsonBlock label="Body of a 403" value={FORBIDDEN} />
        <Bullets>
          <li>
            With <Code>{`WWW-Authenticate: ${scopeChallenge("candidates:write")}`}</Code> the key lacks the
            scope that is named there. <Link href="/docs/scopes">Scopes</Link> tells which is needed for what.
          </li>
          <li>
            Without that header the key is good, but something else forbids the call: most often it came from
            an address that is not on the key’s list.
          </li>
        </Bullets>
      </Section>
      <Section id="expiry" title="Before a key expires">
        <Text>
          Answers to a key that has an end carry `X-API-Key-Expires-At`. Watch it, and rotate the key in time:
          the answer has the key that takes over, and the old one works on for an hour, or for as long as you
          say. Store the new one before you use it. The `Idempotency-Key` makes the request safe to repeat.
        </Text>
        <SampleTabs
          label="Rotate the key that makes the call"
          samples={samplesOf({
            method: "POST",
            url: `${origin}/api/v1/api-keys/current/rotate`,
            headers: { "Idempotency-Key": "rotation-2027-01" },
            body: { grace_period_seconds: 3600 },
          })}
        />
        <Text>
          Give the new key to all programs, then wait: `GET /api/v1/api-keys/current/usage` with the new key
          shows under `rotation.previous` whether the old one is still called, and when it last was. Right
          after the rotation no calls mean nothing yet; an hour later they say that nothing used the old key
          for an hour.
        </Text>
        <Text>
          What takes over ends when the old key would have ended. A later end is given by a person, under
          Settings → API Keys, or by another key with the scope `*`.
        </Text>
        <Text>
          Your organization’s policy may limit how long keys live, and which scopes and addresses they have. A
          key that breaks it is a `422`, which names the field; a rotation without `expires_at` is cut to the
          longest lifetime by itself.
        </Text>
        <Text>
          A change to a key (expired, revoked, disabled, other scopes) holds from the very next request.
        </Text>
      </Section>
    </>
  );
}

const UNAUTHORIZED = {
  success: false,
  data: null,
  errors: [{ code: "unauthorized", message: "Invalid or missing API key" }],
};

const FORBIDDEN = {
  success: false,
  data: null,
  errors: [{ code: "forbidden", message: "Insufficient permissions" }],
};

/** What each challenge of a 401 means. */
const MEANINGS: Record<Challenge, string> = {
  missing: "No bearer token came with the request.",
  unknown: "There is no such key, or it is mistyped.",
  expired: "The key reached its end. Make the next one.",
  revoked: "Somebody revoked the key, for good.",
  disabled: "The key is switched off, or its owner is.",
  rotated: "Another key took over from this one.",
};
