import { z } from "zod";
import { paged } from "@/lib/api/pagination";
import type { Prisma } from "@/lib/db";
import { shown, text } from "@/lib/text";
import { crud } from "./crud";
import { EXAMPLES } from "./examples";
import { patchOf } from "./patch";
import { taken } from "./refusal";
import { createdAt, rowId, updatedAt } from "./row";

export const Department = z
  .object({
    id: rowId,
    name: shown(100).describe("Unique in the organization"),
    created_at: createdAt,
    updated_at: updatedAt,
  })
  .meta({ id: "Department", examples: [EXAMPLES.Department] });

const CreateDepartment = z.strictObject({
  name: text(1, 100)
    .describe("Unique in the organization")
    .meta({ examples: ["Engineering"] }),
});

const { list, create } = crud({
  name: "Department",
  path: "/departments",
  scopes: { read: "jobs:read", write: "jobs:write" },
  output: Department,
  create: CreateDepartment,
  update: patchOf(CreateDepartment, { name: "Engineering" }),
  query: paged({}),
  where: (): Prisma.DepartmentWhereInput => ({}),
  model: (tx) => tx.department,
  constraints: { departments_organization_id_name_key: taken("name") },
  errors: { create: ["duplicate"] },
  event: () => null,
});

/** A department is made and referred to; it has no address of its own, and is found in the list. */
export const departments = { list, create: { ...create, location: () => "/departments" } };
