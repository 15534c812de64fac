import { Code } from "@/components/ui/code";
import { Cell, ColumnHeader, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import type { Facts } from "../guides";
import { JsonBlock } from "../json-block";
import { Bullets, Section, Text } from "../prose";
import { SampleTabs } from "../sample-tabs";
import type { Samples } from "../samples";

export function RateLimits({ origin, plans }: Facts) {
  return (
    <>
      <Section id="plans" title="Limits by plan">
        <Table label="Limits by plan">
          <TableHead>
            <ColumnHeader>Plan</ColumnHeader>
            <ColumnHeader>Calls a minute</ColumnHeader>
          </TableHead>
          <TableBody>
            {plans.map(({ name, limit }) => (
              <TableRow key={name}>
                <RowHeader className="capitalize">{name}</RowHeader>
                <Cell label="Calls a minute">{limit.toLocaleString("en-US")}</Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
        <Bullets>
          <li>All keys of an organization share its limit, so more keys do not mean more calls.</li>
          <li>
            A key may have a lower limit of its own. What that limit refuses does not count for the
            organization.
          </li>
          <li>
            The minute is a fixed window: it starts with its first call, and when it ends the full allowance
            is back.
          </li>
        </Bullets>
      </Section>
      <Section id="headers" title="Where you stand">
        <Text>
          Every answer says it in three headers; where a key’s own limit is tighter, they show that one.
        </Text>
        <Bullets>
          <li>
            <Code>X-RateLimit-Limit</Code>: calls a minute.
          </li>
          <li>
            <Code>X-RateLimit-Remaining</Code>: calls left in this window.
          </li>
          <li>
            <Code>X-RateLimit-Reset</Code>: when the window ends, in Unix seconds.
          </li>
        </Bullets>
      </Section>
      <Section id="429" title="429: wait, then go on">
        <JsonBlock label="Body of a 429" value={RATE_LIMITED} />
        <Text>
          `Retry-After` says after how many seconds to call again. The sample waits that long, a few times at
          most.
        </Text>
        <SampleTabs label="Wait and try again" samples={patientOf(origin)} />
      </Section>
      <Section id="failures" title="Failed authentication">
        <Text>
          Requests that authenticate nobody are counted by the address they come from. When an address fails
          too often within a minute, its failures are answered with 429 in place of 401; requests with a good
          key pass as ever.
        </Text>
      </Section>
    </>
  );
}

const RATE_LIMITED = {
  success: false,
  data: null,
  errors: [{ code: "rate_limited", message: "Rate limit exceeded" }],
};

function patientOf(origin: string): Samples {
  const url = `${origin}/api/v1/candidates`;
  return {
    curl: `curl --retry 3 "${url}" \\
  -H "Authorization: Bearer $PREPZO_API_KEY"`,
    JavaScript: `const headers = { Authorization: \`Bearer \${process.env.PREPZO_API_KEY}\` };

async function call(url, tries = 3) {
  const response = await fetch(url, { headers });
  const seconds = Number(response.headers.get("Retry-After"));
  if (seconds === 0 || tries === 0) return response;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return call(url, tries - 1);
}

const response = await call("${url}");
console.log(response.status, await response.json());`,
    Python: `import json, os, time, urllib.error, urllib.request

headers = {"Authorization": f'Bearer {os.environ["PREPZO_API_KEY"]}'}


def call(url, tries=3):
    try:
        return urllib.request.urlopen(urllib.request.Request(url, headers=headers))
    except urllib.error.HTTPError as error:
        seconds = int(error.headers.get("Retry-After", 0))
        if seconds == 0 or tries == 0:
            raise
        time.sleep(seconds)
        return call(url, tries - 1)


with call("${url}") as response:
    print(response.status, json.load(response))`,
  };
}
