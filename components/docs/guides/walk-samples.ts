import type { Samples } from "../samples";

/** Reads a list from end to end, by cursor. */
export function walkOf(origin: string): Samples {
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
