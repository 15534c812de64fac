import { Code } from "@/components/ui/code";
import type { Facts } from "../guides";
import { JsonBlock } from "../json-block";
import { Bullets, Section, Text } from "../prose";
import { SampleTabs } from "../sample-tabs";
import { walkOf } from "./walk-samples";

export function Pagination({ origin }: Facts) {
  return (
    <>
      <Section id="pages" title="Pages">
        <Text>
          A list answers with one page, newest first. `limit` says how many rows you want at most: 1 to 100,
          and 50 unless you say. `meta` says where the page stands.
        </Text>
        <JsonBlock label="meta of a page that is not the last" value={META} />
      </Section>
      <Section id="offset" title="By offset: jump to a page">
        <Text>
          `offset` skips that many rows, up to 1,000,000. It suits screens with page numbers. While rows are
          added or removed between two calls, a row may come twice or be missed.
        </Text>
      </Section>
      <Section id="cursor" title="By cursor: walk through all of it">
        <Text>
          Send the `meta.cursor` of a page as `cursor` to get the page behind it; on the last page it is null.
          A walk by cursor shows each row once however many are added meanwhile, and page 1,000 is as quick as
          the first.
        </Text>
        <SampleTabs label="Read all candidates" samples={walkOf(origin)} />
        <Bullets>
          <li>A cursor is opaque: send it as it is, and do not build one.</li>
          <li>
            It holds for the same list with the same filters and sort. With others, or beside{" "}
            <Code>offset</Code>, it is a 422.
          </li>
          <li>
            <Code>meta.total</Code> was counted with the first page, and is carried along.
          </li>
        </Bullets>
      </Section>
      <Section id="filters" title="Filters">
        <Text>
          Filters combine with “and”. Names that end in `_after` include their instant, those in `_before` do
          not, so that neighbouring windows neither overlap nor leave a gap. An instant is an ISO 8601 time
          with its offset, or a date, which stands for its first moment in UTC. An unknown filter, or one
          given twice, is a 422.
        </Text>
      </Section>
    </>
  );
}

const META = { total: 342, limit: 50, offset: 0, has_more: true, cursor: "eyJjcmVhdGVkX2F0Ijoi…" };
