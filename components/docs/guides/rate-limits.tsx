import { Code } from "@/components/ui/code";
import { Cell, ColumnHeader, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import type { Facts } from "../guides";
import { JsonBlock } from "../json-block";
import { Bullets, Section, Text } from "../prose";
import { SampleTabs } from "../sample-tabs";
import { patientOf } from "./patient-samples";

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
