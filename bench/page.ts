import { type Browser, chromium } from "@playwright/test";
import { makeAccount } from "@/lib/testing/account";
import { freshAddress, Browser as PlainBrowser } from "@/lib/testing/browser";
import { makeKey } from "@/lib/testing/seed";
import { browserPath } from "../scripts/test/browser";
import { median } from "./measure/in-turn";
import { startPeers } from "./measure/peers";
import { bytesOf, type Page, vitalsOf } from "./measure/visit";
import { withServers } from "./measure/with-servers";

const ROWS = 50;
const ROUNDS = 7;
const CALLS = 10;
const VISITS = 7;
const BARE = "bare Next.js page";
const KEYS = "Settings → API Keys";

/**
 * What the page with the list of keys costs beside the least page that Next.js can make: `npm run bench page`. The
 * milliseconds to the first and the last byte, in turn; the bytes that a first visit sends; and what a visitor feels, in
 * a headless Chromium.
 */
export async function main(): Promise<void> {
  await withServers(async ({ start, atEnd }) => {
    const server = await start({ name: "bench-page" });
    const base = server.env.BASE_URL as string;
    const peers = await startPeers(process.env);
    atEnd(peers.stop);
    const account = await makeAccount();
    const owner = { ...account, organization_id: account.organization.id };
    const { id } = await makeKey(owner, ["candidates:read"]);
    for (let more = 1; more < ROWS; more++) await makeKey(owner, ["candidates:read"]);
    const visitor = new PlainBrowser(freshAddress(), base);
    await visitor.signIn(account.email, account.password);

    const pages: Page[] = [
      { name: BARE, url: `${peers.address}/bare-page`, cookies: [] },
      { name: "Sign in", url: `${base}/sign-in`, cookies: [] },
      ...Object.entries({
        [KEYS]: "/settings/api-keys",
        "One key": `/settings/api-keys/${id}`,
        "API reference": "/docs",
      }).map(([name, path]) => ({ name, url: `${base}${path}`, cookies: [...visitor.cookies] })),
    ];
    const compared = pages.filter(({ name }) => name === BARE || name === KEYS);
    await printTimes(compared);
    const browser = await launch();
    atEnd(() => browser.close());
    await printBytes(browser, pages);
    await printVitals(browser, compared);
  });
}

/** Starts the browser as the browser tests do. */
async function launch(): Promise<Browser> {
  // The configuration reads it.
  process.env.CHROMIUM = browserPath();
  const { default: config } = await import("../playwright.config");
  return chromium.launch(config.use?.launchOptions);
}

/** Milliseconds to the first and to the last byte, each page in turn; the median of all. */
async function printTimes(pages: Page[]): Promise<void> {
  const times = new Map<string, { first: number; last: number }[]>(pages.map(({ name }) => [name, []]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const page of pages) {
      for (let call = 0; call < CALLS; call++) {
        const time = await timeOf(page);
        // The first round lets the servers compile what they run.
        if (round >= 0) times.get(page.name)?.push(time);
      }
    }
  }
  const of = (name: string, what: "first" | "last") =>
    median((times.get(name) ?? []).map((time) => time[what]));
  const rows = pages.map(({ name }) => [
    name,
    {
      "first byte ms": round1(of(name, "first")),
      "× bare": round1(of(name, "first") / of(BARE, "first")),
      "last byte ms": round1(of(name, "last")),
    },
  ]);
  console.table(Object.fromEntries(rows));
}

async function timeOf({ url, cookies }: Page): Promise<{ first: number; last: number }> {
  const cookie = cookies.map(([name, value]) => `${name}=${value}`).join("; ");
  const begun = performance.now();
  const response = await fetch(url, { headers: { cookie }, redirect: "manual" });
  const first = performance.now() - begun;
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}`);
  return { first, last: performance.now() - begun };
}

async function printBytes(browser: Browser, pages: Page[]): Promise<void> {
  const rows = [];
  for (const page of pages) {
    const { scripts, script, all } = await bytesOf(browser, page);
    const kilobytes = { "JavaScript KB": round1(script / 1_000), "all KB": round1(all / 1_000) };
    rows.push([page.name, { scripts, ...kilobytes }]);
  }
  console.log("A first visit, as it comes over the wire: compressed, with headers");
  console.table(Object.fromEntries(rows));
}

/** The median of several first visits, the pages in turn. */
async function printVitals(browser: Browser, pages: Page[]): Promise<void> {
  const visits = new Map<string, Record<string, number>[]>(pages.map(({ name }) => [name, []]));
  for (let visit = 0; visit < VISITS; visit++) {
    for (const page of pages) {
      const press = page.name === KEYS ? "Generate New Key" : null;
      visits.get(page.name)?.push(await vitalsOf(browser, page, press));
    }
  }
  const rows = [...visits].map(([name, each]) => {
    const names = Object.keys(each[0] ?? {});
    const medians = names.map((vital) => [vital, round1(median(each.map((vitals) => vitals[vital] ?? 0)))]);
    return [name, Object.fromEntries(medians)];
  });
  console.table(Object.fromEntries(rows));
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}
