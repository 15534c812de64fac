import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import { GUIDES } from "@/components/docs/guide-list";
import { LANGUAGES, type Language } from "@/components/docs/samples";
import { seedKey } from "./keys";
import { test } from "./visitor";

const PROGRAMS: Record<Language, [program: string, ...options: string[]]> = {
  curl: ["bash", "-euc"],
  JavaScript: [process.execPath, "--input-type=module", "-e"],
  Python: ["python3", "-c"],
};

/** Only Node.js is sure to be there: the other languages are tried where the machine has their program. */
const RUNNABLE = LANGUAGES.filter((language) => !spawnSync(PROGRAMS[language][0], ["--version"]).error);

/** Runs code as a reader would, and returns what it printed. Fails where the program does. */
async function run(language: Language, code: string, key: string): Promise<string> {
  const [program, ...options] = PROGRAMS[language];
  // Playwright asks for colours, which would hide what is looked for.
  const env = { ...process.env, PREPZO_API_KEY: key, FORCE_COLOR: "0" };
  const { stdout } = await promisify(execFile)(program, [...options, code], { env, timeout: 20_000 });
  return stdout;
}

/** The samples of a page in that language, in their order. One choice holds for all of them. */
async function samplesOn(page: Page, path: string, language: Language): Promise<string[]> {
  await page.goto(path);
  const count = await page.getByRole("tablist").count();
  if (count === 0) return [];
  const tab = page.getByRole("tab", { name: language }).first();
  // Tabs are seen before the page's scripts are there, which alone take a click.
  await expect(async () => {
    await tab.click();
    await expect(tab).toHaveAttribute("aria-selected", "true", { timeout: 1_000 });
  }).toPass();
  const code = page.getByRole("tabpanel", { name: language }).locator("pre");
  await expect(code).toHaveCount(count);
  return code.allTextContents();
}

for (const language of RUNNABLE) {
  test(`each ${language} sample of the guides runs as it stands`, async ({ page, person }) => {
    const { key } = await seedKey(person, language, ["*"]);
    let count = 0;
    for (const path of ["/docs", ...GUIDES.map(({ slug }) => `/docs/${slug}`)]) {
      for (const code of await samplesOn(page, path, language)) {
        const printed = await run(language, code, key);
        // The guide on errors shows how to read a refusal, and so is refused.
        if (path === "/docs/errors") expect(printed, code).toContain("validation_error");
        else
          expect(printed, `${path}\n${code}`).not.toMatch(/"success":false|success: false|'success': False/);
        count += 1;
      }
    }
    expect(count).toBeGreaterThanOrEqual(8);
  });

  test(`the ${language} samples of a resource list and create`, async ({ page, person }) => {
    const { key } = await seedKey(person, language, ["candidates:read", "candidates:write"]);
    const [list = "", create = ""] = await samplesOn(page, "/docs/reference/candidates", language);
    const made = await run(language, create, key);
    const [id] = /[0-9a-f-]{36}/.exec(made) ?? [];
    expect(id, made).toBeDefined();
    expect(await run(language, list, key)).toContain(id);
  });
}
