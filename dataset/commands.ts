import { dirname } from 'node:path';
import { DatasetError } from './dataset-error.ts';
import type { CommandName } from './help.ts';
import { paintFor } from './terminal.ts';

/** Tells the person. */
export const say = (line: string) => console.log(line);

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
/** The options of all commands. */
export const options = {
  help: { type: 'boolean', short: 'h' },
  key: text,
  data: text,
  policy: text,
  out: { ...text, short: 'o' },
  episode: text,
  step: text,
  'base-url': text,
  values: text,
  headed: flag,
  json: flag,
} as const;

type Values = {
  [N in Exclude<keyof typeof options, 'help'>]?:
    ((typeof options)[N]['type'] extends 'boolean' ? boolean : string) | undefined;
};

/**
 * Each command gets its options and its other arguments, and returns false when not all went well. It loads what it needs:
 * nobody waits for what another command is made of.
 */
export const commands: {
  [N in CommandName]: { takes: readonly (keyof Values)[]; run(values: Values, rest: string[]): Promise<boolean> };
} = {
  keygen: {
    takes: ['out'],
    run: async ({ out = 'organisation.key' }) => {
      const { makeIdentity } = await import('./identity.ts');
      const recipient = await makeIdentity(out, new Date());
      say(`Private key: ${out} (keep it safe; without it nothing can be opened)\nPublic key:  ${recipient}`);
      return true;
    },
  },
  open: {
    takes: ['key', 'data', 'out', 'policy'],
    run: async ({ key, data = '.showhow/collector', out = '.', policy }, episodes) => {
      if (key === undefined) throw new DatasetError('Name the private key with --key FILE.');
      const { open } = await import('./open-command.ts');
      return open({ key, data, out, policy, episodes }, say);
    },
  },
  vocabulary: {
    takes: ['out'],
    run: async ({ out = 'vocabulary.json' }, urls) => {
      const { writeVocabulary } = await import('./vocabulary/vocabulary-command.ts');
      return writeVocabulary(urls, out, say);
    },
  },
  preview: {
    takes: ['policy', 'episode', 'out'],
    run: async ({ policy, episode, out = 'preview.html' }, sources) => {
      const { writePreview } = await import('./preview/preview-command.ts');
      return writePreview(sources, { policy, episode, out }, say);
    },
  },
  summary: {
    takes: ['episode'],
    run: async ({ episode }, files) => {
      const { readEpisodes } = await import('./read-episodes.ts');
      const { summary } = await import('./summary.ts');
      const episodes = await readEpisodes(onlyFile(files), episode);
      const paint = paintFor(process.stdout, process.env);
      say(episodes.map((each) => summary(each, paint)).join('\n\n\n'));
      return true;
    },
  },
  show: {
    takes: ['episode', 'out'],
    run: async ({ episode: id, out }, files) => {
      const source = onlyFile(files);
      const { readEpisodes } = await import('./read-episodes.ts');
      const { show } = await import('./show/show.ts');
      const [episode] = await readEpisodes(source, id);
      if (!episode) throw new DatasetError('There is no episode in the file.');
      const file = out ?? `episode-${episode.id}.html`;
      await show(episode, file, dirname(source));
      say(`Episode ${episode.id}: ${file}`);
      return true;
    },
  },
  picture: {
    takes: ['episode', 'step', 'out'],
    run: async ({ episode: id, step = '', out = `step-${step}.png` }, files) => {
      if (!/^\d+$/.test(step)) throw new DatasetError('Name the step with --step N, a number from 0.');
      const { startBrowser } = await import('./browser.ts');
      const { drawStep } = await import('./picture.ts');
      const { readEpisodes } = await import('./read-episodes.ts');
      const [episode] = await readEpisodes(onlyFile(files), id);
      if (!episode) throw new DatasetError('There is no episode in the file.');
      const browser = await startBrowser(process.env);
      await drawStep(episode, Number(step), { file: out, browser }).finally(() => browser.close());
      say(`Step ${step} of episode ${episode.id}: ${out}`);
      return true;
    },
  },
  replay: {
    takes: ['episode', 'base-url', 'values', 'headed', 'json'],
    run: async ({ episode: id, 'base-url': baseUrl, values, headed = false, json = false }, files) => {
      const { readEpisodes } = await import('./read-episodes.ts');
      const { replayInBrowser } = await import('./replay-command.ts');
      const [episode] = await readEpisodes(onlyFile(files), id);
      if (!episode) throw new DatasetError('There is no episode in the file.');
      const terminal = process.stdin.isTTY ? { input: process.stdin, output: process.stderr } : undefined;
      const paint = paintFor(process.stdout, process.env);
      return replayInBrowser(episode, { baseUrl, values, isHeaded: headed, isJson: json, paint, terminal }, say);
    },
  },
};

function onlyFile(files: readonly string[]): string {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new DatasetError('Name one file that “showhow open” wrote.');
  return file;
}
