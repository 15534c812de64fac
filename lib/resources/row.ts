import { z } from "zod";
import { instant } from "@/lib/api/dates";

/** What every row says of itself, in the same words. */
export const rowId = z.uuid().describe("What it is found by; never changes");
export const createdAt = instant.describe("When it was made");
export const updatedAt = instant.describe("When it last changed");

/** Somebody of the organization. */
export const Person = z
  .object({ id: z.uuid().describe("Who"), name: z.string().meta({ maxLength: 200 }).describe("By name") })
  .meta({ id: "Person" });
