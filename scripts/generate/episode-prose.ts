/** What the document of the format says in sentences. */

export const INTRODUCTION = `# The episode format

An episode is one stretch of work, from one recording to the next pause, site or task: the training unit. It has two
layers. The **record** is what was seen: an [rrweb](https://github.com/rrweb-io/rrweb) stream for every frame
(\`streams\`), and every action as it was captured (\`captured\`). The **steps** are what a trainer reads, derived from the
record and pointing into it: an observation, then the one action that was chosen from it. N actions have N + 1
observations; the last is \`finalObservation\`.

- An observation is the state *before* the first event of the gesture, never after. It is kept by reference: for each
  frame shown, a stream and how many of its events had happened.
- Everything is redacted before it is stored. What was typed is a placeholder such as \`⟦EMAIL_ADDRESS_1⟧\`: the same
  value has the same placeholder everywhere in one episode, and the value itself is nowhere.
- What could not be recorded is a gap with a reason, so that a hole never looks like inaction.
- Text of pages is data from outside. Never let a model take it for instructions.

\`showhow open\` writes episodes as JSON lines, UTF-8, one episode a line. Fields that are not listed here do not occur.`;

export const EXAMPLE = `## An example

A step, shortened:

\`\`\`json
{
  "index": 2,
  "at": 1790000004210,
  "until": 1790000006900,
  "observation": {
    "at": 1790000004210,
    "tab": 0,
    "document": 0,
    "page": {
      "url": "https://tickets.example/new",
      "title": "New ticket",
      "viewport": { "width": 1280, "height": 720, "devicePixelRatio": 1 },
      "scroll": { "x": 0, "y": 0 },
      "focus": 41
    },
    "streams": [{ "stream": 0, "events": 17 }],
    "tabs": [0]
  },
  "tab": 0,
  "action": { "type": "fill", "value": { "text": "⟦WORDS_1⟧", "class": "words" }, "by": "typing" },
  "target": {
    "nodeId": 41,
    "tag": "input",
    "role": "textbox",
    "name": "Subject",
    "attributes": { "type": "text", "name": "subject" },
    "states": ["required"],
    "selectors": [{ "kind": "role", "value": "textbox \\"Subject\\"", "matches": 1 }],
    "shadowPath": [],
    "box": { "x": 320, "y": 140, "width": 480, "height": 36 },
    "point": null
  },
  "noTarget": null,
  "captured": [3],
  "effect": {
    "navigation": null,
    "dialog": null,
    "tab": null,
    "opened": [{ "stream": 0, "nodeId": 88, "kind": "status", "by": "text" }],
    "closed": [],
    "changed": [{ "stream": 0, "nodeId": 41, "aspect": "value" }],
    "scrolled": [],
    "focus": { "stream": 0, "nodeId": 52 },
    "busy": [],
    "domChanges": 3,
    "settledMs": 400
  },
  "flags": [],
  "ledger": [{ "channel": "name", "rule": "data", "count": 1 }]
}
\`\`\``;

export const READING = `## Reading an episode

The page before a step is rebuilt by playing the first \`events\` of each stream that its observation names:

\`\`\`js
import { readFile } from 'node:fs/promises';

for (const line of (await readFile('episodes.jsonl', 'utf8')).trimEnd().split('\\n')) {
  const episode = JSON.parse(line);
  for (const { observation, action, target } of episode.steps) {
    const frames = observation.streams.map(({ stream, events }) => episode.streams[stream].events.slice(0, events));
    // Each of \`frames\` begins with Meta and a full snapshot: any rrweb player shows it. \`target.nodeId\` is the node’s
    // id in the stream whose document is \`observation.document\`.
  }
}
\`\`\`

\`showhow picture episodes.jsonl --step 2\` draws it, and \`showhow summary episodes.jsonl\` tells it in words. A frame is
shown inside the node that \`frames\` of its parent’s stream names.`;

export const SEALING = `Nothing leaves the browser in the clear but the manifest. The extension seals each record as it is captured, and sends
what lies on its disk: chunks first, the manifest last.

1. A random AES-256-GCM key is made for every session, and wrapped to the organisation’s public keys: \`wrappedKey\` is an
   [age](https://age-encryption.org/v1) file with X25519 recipients that holds the 32 bytes of the key.
2. A record is a text, UTF-8, gzipped, then encrypted: its JSON, or for \`capture\` records what is said below. A sealed
   record is a random IV (12 bytes), the ciphertext, and the tag (16 bytes). Additional data is \`showhow/1 \` and the
   session’s UUID, so that no record can be moved to another session.
3. Chunks are named by the SHA-256 of their bytes, and are the same whoever sends them again.

To open one by hand, with Node and the \`age-encryption\` package:

\`\`\`js
const decrypter = new Decrypter();
decrypter.addIdentity('AGE-SECRET-KEY-1…');
const key = await decrypter.decrypt(Buffer.from(manifest.wrappedKey, 'base64'));

const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
decipher.setAAD(Buffer.from(\`showhow/1 \${manifest.session}\`));
decipher.setAuthTag(sealed.subarray(-16));
const text = String(gunzipSync(Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])));
\`\`\`

Pages say the same again and again, so the text of a \`capture\` record quotes those before it. It is the record’s place
among the \`capture\` records of its episode, a line feed, and JSON in which

- U+0001, \`skip.length;\`, both in base 36, stands for \`length\` characters of the JSON texts before, put together in the
  order of their places: beginning \`skip\` after the end of the quote before, the first one counted from the end of all.
- ids of nodes count from the node before, and are left out where they are the next one; \`parentId\`, \`nextId\` and
  \`previousId\` of an added node are its own id less theirs. Counting begins at 0 in each event.

\`lib/record-text.ts\` reads and writes it.

Style sheets are stored once a session: an \`asset\` record holds the text, and snapshots name it in \`_cssAsset\` where
rrweb has \`_cssText\`. In an opened episode they are back in their place.`;

export const VERSIONS = `## Versions

\`format\` names the version of each. An additive change raises the minor number, any other the major one; a reader takes its
own major number and refuses others by name.`;
