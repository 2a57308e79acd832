import { Episode, EPISODE_FORMAT } from '../../lib/episode.ts';
import { LandmarkPlace, RowPlace } from '../../lib/element.ts';
import { Manifest, MAX_CHUNK_BYTES, MAX_MANIFEST_BYTES, WIRE_FORMAT } from '../../lib/manifest.ts';
import { Record as SealedRecord } from '../../lib/record.ts';
import { fieldTable, typeText, variantList } from './describe-schema.ts';
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts';
import { nameFormatSchemas, SECTIONS, UNITS } from './named-schemas.ts';
import { EXAMPLE, INTRODUCTION, READING, SEALING, VERSIONS } from './episode-prose.ts';

const MB = 1_000_000;

type Definitions = Record<string, JsonSchema>;

/** `docs/episode-format.md`: every field of the episode and of what is sent, and how to read them. */
export function episodeDocument(): string {
  nameFormatSchemas();
  const episode = jsonSchemaOf(Episode);
  const record = jsonSchemaOf(SealedRecord);
  const manifest = jsonSchemaOf(Manifest);
  const places = [RowPlace, LandmarkPlace].map((place) => jsonSchemaOf(place).$defs);
  const definitions = Object.assign({}, ...places, record.$defs, manifest.$defs, episode.$defs) as Definitions;
  const sections = Object.keys(SECTIONS).map((name) => {
    const schema = definitions[name] ?? {};
    const body = schema.oneOf
      ? variantList(schema, 'type', definitions)
      : fieldTable(schema.items ?? schema, definitions);
    const elsewhere = schema.elsewhere ? `\n\n${ELSEWHERE}\n\n${elsewhereTable(schema.elsewhere)}` : '';
    return `### ${name}\n\n${schema.description ?? ''}\n\n${body}${elsewhere}`.replaceAll('\n\n\n\n', '\n\n');
  });
  const units = Object.keys(UNITS).map((name) => {
    const schema = definitions[name] ?? {};
    const values = schema.enum ? `${typeText(schema)}. ` : '';
    return `- <a id="${name.toLowerCase()}"></a>**${name}**: ${values}${schema.description ?? ''}`;
  });
  return [
    INTRODUCTION,
    `## The episode\n\nFormat \`${EPISODE_FORMAT}\`. ${episode.description ?? ''}\n\n${fieldTable(episode, definitions)}`,
    ...sections,
    `### Units and lists\n\n${units.join('\n')}`,
    EXAMPLE,
    READING,
    `## On the wire\n\nFormat \`${WIRE_FORMAT}\`. ${manifest.description ?? ''}`,
    SEALING,
    `### The manifest\n\nPlain JSON, at most ${MAX_MANIFEST_BYTES / MB} MB.\n\n${fieldTable(manifest, definitions)}`,
    `### Chunks\n\nA chunk is at most ${MAX_CHUNK_BYTES / MB} MB. ${CHUNKS}`,
    `### Records\n\n${RECORDS}\n\n${variantList(record, 'kind', definitions)}`,
    VERSIONS,
  ].join('\n\n');
}

const ELSEWHERE =
  'The same in the vocabularies that computer-use agents are trained in, arguments in braces. A target is a reference, or ' +
  'the point `box + point` in CSS pixels of the viewport of its frame; UI-TARS counts both ways from 0 to 1000. A dash: there ' +
  'is no word for it.';

/** A line for each verb, a column for each vocabulary. */
function elsewhereTable(verbs: NonNullable<JsonSchema['elsewhere']>): string {
  const rows = Object.entries(verbs).map(([verb, { browserGym, anthropic, openai, uiTars }]) =>
    ['', `\`${verb}\``, ...[browserGym, anthropic, openai, uiTars].map((word) => word ?? '–'), ''].join(' | ').trim(),
  );
  const head = [
    '| verb | BrowserGym | Anthropic `browser` | OpenAI `computer` | UI-TARS |',
    '| --- | --- | --- | --- | --- |',
  ];
  return [...head, ...rows].join('\n');
}

const CHUNKS =
  'It is named by the SHA-256 of its bytes, and holds sealed records one after the other: the length of each ' +
  '(4 bytes, big endian), then its bytes.';

const RECORDS =
  'What a sealed record holds once it is opened: JSON of one of these, told apart by `kind`. An episode begins with an ' +
  '`opening`; its style sheets may come in any chunk. Records of a recorder are numbered without holes in `seq`, so that ' +
  'what is missing is known and what came twice is taken once.';
