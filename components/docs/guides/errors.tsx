import { Code } from "@/components/ui/code";
import { Cell, ColumnHeader, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import { ERRORS, type ErrorCode } from "@/lib/errors";
import type { Facts } from "../guides";
import { JsonBlock } from "../json-block";
import { Bullets, inline, Section, Text } from "../prose";
import { SampleTabs } from "../sample-tabs";
import { refusedOf } from "./refusal-samples";

export function Errors({ origin }: Facts) {
  return (
    <>
      <Section id="form" title="The form of an answer">
        <Text>
          Every answer is one object. On success `errors` is null; on failure `data` is null and `errors` has
          one entry for each fault, all of them at once.
        </Text>
        <div className="grid gap-4 lg:grid-cols-2">
          <JsonBlock label="A success" value={{ success: true, data: { id: "01983a5c-…" }, errors: null }} />
          <JsonBlock label="A failure" value={FAILURE} />
        </div>
        <Bullets>
          <li>
            <Code>code</Code> is for programs: it stays as it is. <Code>message</Code> is for people and may
            be reworded.
          </li>
          <li>
            <Code>field</Code> is there where one field is at fault, as a path: <Code>email</Code>, or{" "}
            <Code>operations.3.data.email</Code>.
          </li>
          <li>
            Every answer, good or bad, carries <Code>X-Request-Id</Code>. Quote it when you ask us about a
            call.
          </li>
        </Bullets>
        <SampleTabs label="Read what is at fault" samples={refusedOf(origin)} />
      </Section>
      <Section id="codes" title="All codes">
        <Table label="Error codes">
          <TableHead>
            <ColumnHeader>Code</ColumnHeader>
            <ColumnHeader>Status</ColumnHeader>
            <ColumnHeader>What to do</ColumnHeader>
          </TableHead>
          <TableBody>
            {CODES.map((code) => (
              <TableRow key={code}>
                <RowHeader className="align-top whitespace-nowrap">
                  <Code>{code}</Code>
                </RowHeader>
                <Cell label="Status" className="align-top font-mono">
                  {ERRORS[code].status}
                </Cell>
                <Cell className="align-top">
                  <p>{inline(ADVICE[code])}</p>
                </Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Section>
      <Section id="retry" title="What to send again">
        <Text>
          Send a `429`, a `503` and a broken connection again, after the `Retry-After` seconds where the
          answer names them, else after a pause that grows. With a `500`, read first what came of the request.
          All other failures stay what they are until you change the request.
        </Text>
        <Text>
          Reading, changing and deleting may be repeated as they are. To repeat a POST safely, give it an
          `Idempotency-Key`.
        </Text>
      </Section>
    </>
  );
}

const FAILURE = {
  success: false,
  data: null,
  errors: [{ code: "validation_error", message: "email is required", field: "email" }],
};

const CODES = Object.keys(ERRORS) as ErrorCode[];

const ADVICE: Record<ErrorCode, string> = {
  invalid_request: "The body is not JSON, or not a JSON object. Mend what writes it.",
  unauthorized: "The key is missing, mistyped or no longer alive. `WWW-Authenticate` says more.",
  forbidden: "The key is good but may not do this. `WWW-Authenticate` names the scope that it lacks.",
  not_found: "There is nothing there, or not in your organization: the two look the same.",
  method_not_allowed: "The path exists, the method does not. `Allow` lists those that do.",
  duplicate: "Another row already has a value that must be unique. `field` says which.",
  conflict: "The present state forbids the change. Read the row again before you decide.",
  payload_too_large: "The body is over 1 MiB (8 MiB for bulk). Send less at a time.",
  unsupported_media_type: "Send the body with `Content-Type: application/json`.",
  validation_error: "A field is missing, unknown or out of range. One entry for each, with its `field`.",
  rate_limited: "The minute’s calls are used up. Wait for `Retry-After` seconds.",
  server_error: "Our fault: it has been noted. With status 503 it will pass; wait for `Retry-After` seconds.",
};
