import type { JsonSchema } from './json-schema.ts';

/** A line of a table of fields. */
interface Field {
  readonly path: string;
  readonly type: string;
  readonly meaning: string;
}

/** What `$ref`s point to, by name. */
export type Definitions = Readonly<Record<string, JsonSchema>>;

/**
 * A Markdown table of the fields of an object, those of nested objects by their path: `streams[].events`. A field without
 * a description of its own has that of its definition.
 */
export function fieldTable(schema: JsonSchema, definitions: Definitions = {}): string {
  const rows = fieldsOf(schema, '', definitions).map(
    ({ path, type, meaning }) => `| \`${path}\` | ${type} | ${meaning} |`,
  );
  return ['| field | type | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The members of a union that its `key` tells apart: each with its name, what it means, and its fields. */
export function variantList(schema: JsonSchema, key: string, definitions: Definitions): string {
  return (schema.oneOf ?? [])
    .map((variant) => {
      const { [key]: tag, ...properties } = variant.properties ?? {};
      const rest = { ...variant, properties };
      const head = `**\`${tag?.const}\`** ${sentence(variant.description)}`.trim();
      return Object.keys(properties).length === 0 ? head : `${head}\n\n${fieldTable(rest, definitions)}`;
    })
    .join('\n\n');
}

/** A type with its limits, in words. */
export function typeText(schema: JsonSchema): string {
  if (schema.$ref) return linkTo(schema.$ref);
  if (schema.const !== undefined) return `\`"${schema.const}"\``;
  if (schema.enum) return schema.enum.map((value) => `\`"${value}"\``).join(' or ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(typeText).join(' or ');
  if (schema.type === 'array') return `list of ${plural(schema.items)}${limits(schema, 'Items')}`;
  if (schema.type === 'object' && typeof schema.additionalProperties === 'object' && !schema.properties) {
    return `map from string to ${typeText(schema.additionalProperties)}`;
  }
  if (schema.type === 'string')
    return `string${limits(schema, 'Length')}${schema.format ? `, ${formatWord(schema.format)}` : ''}`;
  if (schema.type === 'integer' || schema.type === 'number') return `${schema.type}${range(schema)}`;
  return schema.type ?? 'anything';
}

function fieldsOf(schema: JsonSchema, prefix: string, definitions: Definitions): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const path = `${prefix}${name}`;
    const optional = schema.required?.includes(name) ? '' : ', may be absent';
    const field = {
      path,
      type: `${typeText(property)}${optional}`.replaceAll('|', '\\|'),
      meaning: sentence(property.description ?? definitions[nameOf(property.$ref ?? '')]?.description),
    };
    const inner = nestedObject(property);
    return [field, ...(inner ? fieldsOf(inner.schema, `${path}${inner.suffix}.`, definitions) : [])];
  });
}

/** The object inside a field that is one, a list of them, or null instead of one. */
function nestedObject(schema: JsonSchema): { schema: JsonSchema; suffix: string } | undefined {
  if (schema.type === 'object' && schema.properties) return { schema, suffix: '' };
  if (schema.type === 'array' && schema.items?.properties) return { schema: schema.items, suffix: '[]' };
  const objects = schema.anyOf?.filter((choice) => choice.properties);
  return objects?.[0] && { schema: objects[0], suffix: '' };
}

function plural(items: JsonSchema | undefined): string {
  if (!items) return 'anything';
  if (items.$ref) return linkTo(items.$ref);
  if (items.enum || items.anyOf || items.oneOf) return `(${typeText(items)})`;
  return items.properties ? 'objects' : `${typeText(items).replace(/^(\w+)/, '$1s')}`;
}

function linkTo(ref: string): string {
  const name = nameOf(ref);
  return `[${name}](#${name.toLowerCase()})`;
}

function nameOf(ref: string): string {
  return ref.replace('#/$defs/', '');
}

function limits(schema: JsonSchema, kind: 'Items' | 'Length'): string {
  const noun = kind === 'Items' ? '' : ' characters';
  const [least, most] = [schema[`min${kind}`], schema[`max${kind}`]];
  if (least === 1 && most === undefined) return kind === 'Items' ? ', at least one' : ', not empty';
  return `${least === undefined ? '' : `, at least ${least}${noun}`}${most === undefined ? '' : `, at most ${most}${noun}`}`;
}

function range({ minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY }: JsonSchema): string {
  const least = minimum > Number.MIN_SAFE_INTEGER ? minimum.toLocaleString('en') : undefined;
  const most = maximum < Number.MAX_SAFE_INTEGER ? maximum.toLocaleString('en') : undefined;
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`;
  if (least !== undefined) return `, at least ${least}`;
  return most === undefined ? '' : `, at most ${most}`;
}

function formatWord(format: string): string {
  return { uri: 'a URL', uuid: 'a UUID' }[format] ?? format;
}

function sentence(description = ''): string {
  return description.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
