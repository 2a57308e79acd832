import { z } from 'zod';
import type { VerbElsewhere } from '../../lib/verbs-elsewhere.ts';

/** The part of JSON Schema that zod writes for our formats. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  /** Ours: what the verbs of a union are called in other vocabularies. */
  readonly elsewhere?: Readonly<Record<string, VerbElsewhere>>;
}

/** The JSON Schema of a zod schema. Schemas that were given a name become `$ref`s into `$defs`. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema) as JsonSchema;
}

/** Gives schemas the names under which documents speak of them. A description goes to those that have none. */
export function nameSchemas(schemas: Readonly<Record<string, z.ZodType | readonly [z.ZodType, string]>>): void {
  for (const [id, named] of Object.entries(schemas)) {
    const [schema, description] = named instanceof z.ZodType ? [named, named.description] : named;
    z.globalRegistry.add(schema, { ...schema.meta(), id, ...(description !== undefined && { description }) });
  }
}
