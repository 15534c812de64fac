import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { catalogue } from ".";

const folder = fileURLToPath(new URL("../../app/api/v1", import.meta.url));
const EVERYTHING_ELSE = "/[[...rest]]";

/** The path that Next serves by the file in each folder, as the catalogue writes paths, and the file's text. */
const files = globSync("**/route.ts", { cwd: folder }).map((file) => ({
  path: `/${relative(".", dirname(file))}`.replace(/\[(\w+)\]/g, "{$1}"),
  text: readFileSync(join(folder, file), "utf8"),
}));

test("every path of the catalogue has its route file, and the other way round", () => {
  const served = files.map(({ path }) => path).filter((path) => path !== EVERYTHING_ELSE);
  expect(served.sort()).toEqual([...new Set(catalogue.map(({ path }) => path))].sort());
});

test("what no endpoint has is answered too", () => {
  expect(files.map(({ path }) => path)).toContain(EVERYTHING_ELSE);
});

test.each(files)("the file of $path serves every method, and says nothing more than what", ({ text }) => {
  expect(text).toContain("export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(");
  expect(text.match(/;$/gm)?.length).toBeLessThanOrEqual(3);
});

test("an endpoint's name, path and method are its own", () => {
  const keys = catalogue.flatMap(({ id, method, path }) => [id, `${method} ${path}`]);
  expect(new Set(keys).size).toBe(keys.length);
});
