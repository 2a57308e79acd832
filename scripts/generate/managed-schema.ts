import { Policy } from '../../lib/policy.ts';
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts';

/**
 * The managed schema, in the subset of JSON Schema that Chrome accepts. Only types and descriptions, no limits: Chrome
 * drops a whole top-level key for one wrong item in it and says nothing, while `readPolicy` says which value is wrong.
 */
export function managedSchema(): string {
  const { properties = {} } = jsonSchemaOf(Policy);
  const schema = {
    $schema: 'http://json-schema.org/draft-03/schema#',
    type: 'object',
    properties: Object.fromEntries(Object.entries(properties).map(([name, key]) => [name, reduced(key, name)])),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function reduced(schema: JsonSchema, name: string): object {
  const { type = 'string', items, properties } = schema;
  return {
    type,
    ...(name !== '' && { title: titleOf(name) }),
    ...(schema.description !== undefined && { description: schema.description.replaceAll('`', '') }),
    ...(items && { items: reduced(items, '') }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, reduced(value, key)])),
    }),
  };
}

/** `uploadBytesPerDay` → “Upload bytes per day”. */
function titleOf(key: string): string {
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
