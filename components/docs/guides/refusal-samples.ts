import type { Samples } from "../samples";

/** Sends what lacks a field, and reads from the answer what is at fault. */
export function refusedOf(origin: string): Samples {
  const url = `${origin}/api/v1/candidates`;
  return {
    curl: `curl -i "${url}" \\
  -H "Authorization: Bearer $PREPZO_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{ "full_name": "Ada Byron" }'`,
    JavaScript: `const response = await fetch("${url}", {
  method: "POST",
  headers: {
    Authorization: \`Bearer \${process.env.PREPZO_API_KEY}\`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({ full_name: "Ada Byron" }),
});
const { success, data, errors } = await response.json();

if (success) {
  console.log(data.id);
} else {
  for (const { code, field, message } of errors) console.log(code, field, message);
  console.log(response.status, response.headers.get("X-Request-Id"));
}`,
    Python: `import json, os, urllib.error, urllib.request

request = urllib.request.Request(
    "${url}",
    method="POST",
    headers={
        "Authorization": f'Bearer {os.environ["PREPZO_API_KEY"]}',
        "Content-Type": "application/json",
    },
    data=json.dumps({"full_name": "Ada Byron"}).encode(),
)
try:
    with urllib.request.urlopen(request) as response:
        print(json.load(response)["data"]["id"])
except urllib.error.HTTPError as error:
    for fault in json.load(error)["errors"]:
        print(fault["code"], fault.get("field"), fault["message"])
    print(error.code, error.headers["X-Request-Id"])`,
  };
}
