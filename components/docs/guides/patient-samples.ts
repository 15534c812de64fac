import type { Samples } from "../samples";

/** Waits as long as a 429 asks, and calls again. */
export function patientOf(origin: string): Samples {
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
