import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Step } from '../../lib/episode.ts';
import { Policy, readPolicy } from '../../lib/policy.ts';
import { VERBS_ELSEWHERE } from '../../lib/verbs-elsewhere.ts';
import { generatedFiles } from '../../scripts/generate/generated-files.ts';

const files = new Map(generatedFiles());
const parsed = (path: string) => JSON.parse(files.get(path) ?? '');

for (const [path, text] of files) {
  test(`${path} is up to date: otherwise run “npm run generate”`, async () => {
    expect(await readFile(join(import.meta.dirname, '../..', path), 'utf8')).toBe(text);
  });
}

test('the sample policy is complete and valid', () => {
  expect(readPolicy(parsed('enterprise/policy.sample.json'), { allowLoopbackHttp: false })).toMatchObject({
    status: 'valid',
  });
});

test('the managed schema has every key of the policy and only what Chrome accepts', () => {
  const schema = parsed('public/managed_schema.json');
  expect(Object.keys(schema.properties)).toEqual(Object.keys(Policy.shape));
  const allowed = ['type', 'title', 'description', 'items', 'properties'];
  const check = (node: { type: unknown; items?: object; properties?: object }): void => {
    expect(Object.keys(node).filter((key) => !allowed.includes(key))).toEqual([]);
    expect(['object', 'array', 'string', 'integer', 'boolean']).toContain(node.type);
    for (const inner of [...(node.items ? [node.items] : []), ...Object.values(node.properties ?? {})]) check(inner);
  };
  Object.values<{ type: unknown }>(schema.properties).forEach(check);
});

test('the episode’s document says what each verb is called elsewhere', () => {
  const text = files.get('docs/episode-format.md') ?? '';
  for (const verb of Object.keys(VERBS_ELSEWHERE)) {
    expect(text).toMatch(new RegExp(`^\\*\\*\`${verb}\`\\*\\* `, 'm'));
    expect(text).toMatch(new RegExp(`^\\| \`${verb}\` \\|(?: [^|]+ \\|){4}$`, 'm'));
  }
});

test('every field in the documents has a meaning, and every link a place', () => {
  for (const path of ['docs/policy.md', 'docs/episode-format.md']) {
    const text = files.get(path) ?? '';
    expect(text.match(/^.*\| {2}\|$/gm)).toBeNull();
    const places = [...text.matchAll(/^### `?(\w+)|id="(\w+)"/gm)].map(([, head = '', id = '']) =>
      (head || id).toLowerCase(),
    );
    for (const [, link = ''] of text.matchAll(/\]\(#(\w+)\)/g)) expect(places).toContain(link);
  }
});

test('the example in the document of the format is a step', () => {
  const example = /```json\n(.*?)```/s.exec(files.get('docs/episode-format.md') ?? '')?.[1] ?? '';
  expect(Step.safeParse(JSON.parse(example)).error).toBeUndefined();
});
