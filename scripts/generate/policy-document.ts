import { BUILT_IN_DENY } from '../../lib/deny-list.ts';
import { Policy } from '../../lib/policy.ts';
import { fieldTable, typeText } from './describe-schema.ts';
import { jsonSchemaOf } from './json-schema.ts';

const INTRODUCTION = `# The policy

What the administrator sets. It reaches the extension as managed storage, through the policy of the browser;
\`enterprise/policy.sample.json\` is a complete one to start from. Every key is mandatory: without a whole and valid
policy nothing is recorded, and the popup says which key is missing or wrong.

## How the browser treats a broken policy

Chrome and Edge check managed values against \`managed_schema.json\` and drop what does not fit, without a word:

| in the policy | what reaches the extension | what the popup says |
| --- | --- | --- |
| a key that is not listed below | the other keys | nothing: the key has no effect |
| a key of the wrong type | the other keys | that the key is missing |
| one wrong item in a list | nothing of that list | that the key is missing |
| a wrong type deep in an object | nothing of that object | that the key is missing |
| a value of the right type that is not allowed | all of it | which key is wrong, and why |
| not JSON, or no policy | nothing | that there is no policy |

The managed schema therefore holds types alone; allowed values and limits are checked by the extension, which can say
what is wrong. \`chrome://policy\` shows a dropped key as “Not set”.

A change is taken over while the browser runs, in open tabs too, within about five seconds on Linux. A changed policy
ends the current episode. A removed policy stops recording at once.

## Before anybody is recorded

\`showhow vocabulary URL…\` reads what an app ships with, its scripts, templates and files of messages, and writes the phrases in
there as a list for \`sites[].vocabulary\`, with \`{}\` where the app puts data. It reads as somebody who is not signed in, and within
the origin of the page alone. Files that scripts load by names which they put together are to be named too, such as
\`https://flows.example.com/locales/editor\`: the browser's network panel shows them. What a detector finds something in, and what
may name somebody, is left out and told of; the list is to be looked through.

\`showhow preview URL… --policy FILE\` opens pages in a browser of its own and writes one HTML file that shows each of them twice: as
it is, and as this policy would have it recorded, with what is withheld in counts. In the place of URLs it takes a file that
\`showhow open\` wrote, and shows what the policy would replace besides. The file holds what the pages hold: only its owner can read
it, it loads nothing, and it is to be deleted after use.`;

/** `docs/policy.md`: every key with its type, its limits and its meaning. */
export function policyDocument(): string {
  const schema = jsonSchemaOf(Policy);
  const keys = Object.entries(schema.properties ?? {}).map(([name, key]) => {
    const inner = key.items?.properties ? key.items : key;
    const head = `### \`${name}\`\n\n${key.description ?? ''}`;
    if (!inner.properties) return `${head}\n\nType: ${typeText(key)}.${itemMeaning(key.items?.description)}`;
    const what = inner === key ? 'An object:' : `A ${typeText(key)}:`;
    return `${head} ${what}\n\n${fieldTable(inner)}`;
  });
  const deny = BUILT_IN_DENY.map((pattern) => `- \`${pattern}\``).join('\n');
  return [
    INTRODUCTION,
    '## Keys',
    ...keys,
    '## Rules across keys',
    '- `schedule.to` is later than `schedule.from`.\n- `collector.url` begins with `https://`.',
    '## Pages that no policy can have recorded',
    'Deny always wins. These patterns are built in; `deny` adds to them and cannot take any away.',
    deny,
  ].join('\n\n');
}

function itemMeaning(description: string | undefined): string {
  return description ? ` Each: ${description}` : '';
}
