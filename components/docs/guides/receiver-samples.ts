/** In which languages a receiver is shown. */
export type ReceiverLanguage = "JavaScript" | "Python";

/**
 * A whole receiver, which runs as it stands where PREPZO_WEBHOOK_SECRET holds a signing secret: with the package
 * `standardwebhooks`, or with nothing but the standard library. PORT is where it listens.
 */
export const RECEIVERS: Record<ReceiverLanguage, string> = {
  JavaScript: `import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.PREPZO_WEBHOOK_SECRET);
// Better a table, written together with what a message leads to.
const seen = new Set();

createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray()).toString();
  let message;
  try {
    message = webhook.verify(body, request.headers);
  } catch {
    return response.writeHead(401).end();
  }
  const id = request.headers["webhook-id"];
  if (!seen.has(id)) {
    seen.add(id);
    console.log(message.event, message.data.id);
  }
  response.writeHead(204).end();
}).listen(process.env.PORT ?? 4000);`,
  Python: `import base64, hmac, json, os, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

secret = base64.b64decode(os.environ["PREPZO_WEBHOOK_SECRET"].removeprefix("whsec_"))
# Better a table, written together with what a message leads to.
seen = set()


def is_genuine(headers, body):
    timestamp = headers.get("webhook-timestamp", "")
    if not timestamp.isdecimal() or abs(time.time() - int(timestamp)) > 300:
        return False
    signed = f'{headers.get("webhook-id", "")}.{timestamp}.'.encode() + body
    expected = b"v1," + base64.b64encode(hmac.digest(secret, signed, "sha256"))
    signatures = headers.get("webhook-signature", "").encode().split()
    return any(hmac.compare_digest(expected, each) for each in signatures)


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        if not is_genuine(self.headers, body):
            return self.answer(401)
        message = json.loads(body)
        message_id = self.headers["webhook-id"]
        if message_id not in seen:
            seen.add(message_id)
            print(message["event"], message["data"]["id"], flush=True)
        self.answer(204)

    def answer(self, status):
        self.send_response(status)
        self.end_headers()


ThreadingHTTPServer(("", int(os.environ.get("PORT", 4000))), Receiver).serve_forever()`,
};
