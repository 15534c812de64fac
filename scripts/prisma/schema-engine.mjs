#!/usr/bin/env node
// Stands where Prisma's CLI expects its schema-engine binary (PRISMA_SCHEMA_ENGINE_BINARY).
import { register } from "tsx/esm/api";

register();
await import("./serve-engine.ts");
