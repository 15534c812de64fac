import { setTimeout as pause } from "node:timers/promises";
import type { Browser, BrowserContext, Page as Tab } from "@playwright/test";

/** The browser tells of an event some frames after it. */
const SETTLE_MS = 500;

/** A page, and the cookies of whoever may see it. */
export type Page = { name: string; url: string; cookies: [name: string, value: string][] };

/** What a first visit sends over the wire, headers included, until nothing more comes: bytes, and how many scripts. */
export async function bytesOf(browser: Browser, page: Page) {
  return onFirstVisit(browser, page, async (tab, context) => {
    const network = await context.newCDPSession(tab);
    const sent = { scripts: 0, script: 0, all: 0 };
    const types = new Map<string, string>();
    network.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type));
    network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      sent.all += encodedDataLength;
      if (types.get(requestId) !== "Script") return;
      sent.scripts++;
      sent.script += encodedDataLength;
    });
    await network.send("Network.enable");
    await tab.goto(page.url, { waitUntil: "networkidle" });
    return sent;
  });
}

/**
 * What a visitor feels, by the measures of web-vitals: milliseconds to the first byte, to the largest thing drawn and from a
 * press of a button to the frame that answers it, and how far things shift.
 * @param press the name of a button that opens a dialog; without one no press is measured
 */
export async function vitalsOf(browser: Browser, page: Page, press: string | null) {
  return onFirstVisit(browser, page, async (tab) => {
    await tab.addInitScript(OBSERVE);
    await tab.goto(page.url, { waitUntil: "networkidle" });
    if (press !== null) {
      await tab.getByRole("button", { name: press }).click();
      await tab.getByRole("dialog").waitFor();
      await pause(SETTLE_MS);
    }
    const { ttfb, lcp, cls, inp } = await tab.evaluate(
      () => (globalThis as unknown as { vitals: Vitals }).vitals,
    );
    return { "TTFB ms": ttfb, "LCP ms": lcp, CLS: cls, ...(press === null ? {} : { "INP ms": inp }) };
  });
}

type Vitals = { ttfb: number; lcp: number; cls: number; inp: number };

/** An event takes part in INP where it belongs to an interaction; short ones are told as the first input only. */
const OBSERVE = `
  globalThis.vitals = { ttfb: 0, lcp: 0, cls: 0, inp: 0 };
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, durationThreshold: 16 });
  observe("navigation", (entry) => { vitals.ttfb = entry.responseStart; });
  observe("largest-contentful-paint", (entry) => { vitals.lcp = entry.startTime; });
  observe("layout-shift", (entry) => { if (!entry.hadRecentInput) vitals.cls += entry.value; });
  observe("first-input", (entry) => { vitals.inp = Math.max(vitals.inp, entry.duration); });
  observe("event", (entry) => { if (entry.interactionId) vitals.inp = Math.max(vitals.inp, entry.duration); });`;

/** Visits with nothing kept from before. */
async function onFirstVisit<Result>(
  browser: Browser,
  { url, cookies }: Page,
  visit: (tab: Tab, context: BrowserContext) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext();
  try {
    await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: new URL(url).origin })));
    return await visit(await context.newPage(), context);
  } finally {
    await context.close();
  }
}
