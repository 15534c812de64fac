import { Code } from "@/components/ui/code";
import type { Facts } from "../guides";
import { JsonBlock } from "../json-block";
import { Bullets, Section, Text } from "../prose";
import { SampleTabs } from "../sample-tabs";
import type { Samples } from "../samples";

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

function walkOf(origin: string): Samples {
  const url = `${origin}/api/v1/candidates`;
  return {
    curl: `page=$(curl -s -G "${url}" \\
  -H "Authorization: Bearer $PREPZO_API_KEY" \\
  -d limit=100)
echo "$page"

while cursor=$(echo "$page" | sed -n 's/.*"cursor":"\\([^"]*\\)".*/\\1/p'); [ -n "$cursor" ]; do
  page=$(curl -s -G "${url}" \\
    -H "Authorization: Bearer $PREPZO_API_KEY" \\
    -d limit=100 -d "cursor=$cursor")
  echo "$page"
done`,
    JavaScript: `const url = new URL("${url}?limit=100");
const headers = { Authorization: \`Bearer \${process.env.PREPZO_API_KEY}\` };

do {
  const response = await fetch(url, { headers });
  const { data, meta } = await response.json();
  for (const candidate of data) console.log(candidate.full_name);
  url.searchParams.set("cursor", meta.cursor ?? "");
} while (url.searchParams.get("cursor"));`,
    Python: `import json, os, urllib.parse, urllib.request

headers = {"Authorization": f'Bearer {os.environ["PREPZO_API_KEY"]}'}
query = {"limit": 100}

while True:
    url = "${url}?" + urllib.parse.urlencode(query)
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as response:
        page = json.load(response)
    for candidate in page["data"]:
        print(candidate["full_name"])
    if page["meta"]["cursor"] is None:
        break
    query["cursor"] = page["meta"]["cursor"]`,
  };
}
