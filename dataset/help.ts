/** What `--help` prints: for the whole program, and for each command. */
export const HELP = {
  showhow: `Usage: showhow <command> [options]

Reads what the collector keeps, for those who hold the organisation's private key.

  keygen      make the organisation's key pair
  vocabulary  list the words that an app ships with, for the policy
  preview     show pages beside what a policy would keep of them
  open        open sealed episodes and write them as JSON lines
  summary     tell in plain words what happened in an episode
  show        write an episode as one HTML file that plays it
  picture     draw the page as it was before a step
  replay      do an episode again in a browser, and say what came of each step

“showhow <command> --help” says more about each.`,

  keygen: `Usage: showhow keygen [--out FILE]

Makes the organisation's key pair, in the age format. The private key is written to a file that only
you can read; the public key is printed and belongs into “organisation.publicKeys” of the policy.
Whoever has the private key can read every episode, and without it nobody can: keep it safe, twice.

  --out FILE   where to write the private key    default organisation.key`,

  open: `Usage: showhow open --key FILE [--data DIR] [--out DIR] [--policy FILE] [SESSION/EPISODE …]

Opens sealed episodes, checks every part of them, and writes episodes.jsonl: one episode a line, in
the format of docs/episode-format.md. Without names, all episodes are opened. An episode that is
damaged or does not belong to the key is left out and named; the exit code is then 1.

Each episode is redacted a second time: what the first redaction let through is replaced, and told
in counts. Without the policy, words that may be in its vocabulary are left as they are.

  --key FILE     private key, as “showhow keygen” or age-keygen writes it
  --data DIR     data folder of the collector       default .showhow/collector
  --out DIR      folder for episodes.jsonl          default the current folder
  --policy FILE  the policy under which they were recorded, as JSON`,

  vocabulary: `Usage: showhow vocabulary URL… [-o FILE]

Reads the pages of an app as somebody who is not signed in, and from the same origin what they
lead to: scripts, templates, files of messages. Writes the phrases that these ship with as a JSON
list, in the form of “sites[].vocabulary” of the policy: they are the app's own, and stay at every
level; {} stands where the app puts data. What a detector finds something in, and what may name
somebody, is left out and told of. Look through the list before you use it. Files that scripts load
by names which they put together have to be named. The exit code is 1 if a file could not be read.

  URL              page, script or JSON of messages; several for an app of several pages
  -o, --out FILE   where to write the list       default vocabulary.json`,

  preview: `Usage: showhow preview URL… | FILE --policy FILE [--episode ID] [-o FILE]

Writes one HTML file that shows pages side by side: left as they are, right as the policy would
have them recorded, with what is withheld in counts. Pages are opened in a Chromium of its own, as
somebody who is not signed in. Of an episode, which is redacted already, it shows what the policy
would replace besides. The file holds what the pages hold: only you can read it, and it loads
nothing.

  URL              page, http or https; several may be named
  FILE             written by “showhow open”
  --policy FILE    policy as JSON, such as enterprise/policy.sample.json
  --episode ID     which one                     default the first of the file
  -o, --out FILE   HTML file to write            default preview.html`,

  summary: `Usage: showhow summary FILE [--episode ID]

Tells what happened in the episodes of a file: the steps, what was withheld and why, and the gaps.

  FILE           written by “showhow open”
  --episode ID   only this one`,

  show: `Usage: showhow show FILE [--episode ID] [-o FILE]

Writes one HTML file that plays the redacted pages with the steps beside them. It opens in any
browser, needs no network and loads nothing. No script of the recorded pages runs in it.

  FILE             written by “showhow open”
  --episode ID     which one                     default the first of the file
  -o, --out FILE   HTML file to write            default episode-ID.html`,

  picture: `Usage: showhow picture FILE --step N [--episode ID] [--out FILE]

Draws the page as it was before a step, from the redacted stream, with the target outlined. Needs a
Chromium.

  FILE           written by “showhow open”
  --step N       number of the step, from 0; the number of steps draws the page at the end
  --episode ID   which one                        default the first of the file
  --out FILE     PNG to write                     default step-N.png`,

  replay: `Usage: showhow replay FILE [--episode ID] [--base-url URL] [--values FILE] [--headed] [--json]

Does an episode again in a Chromium of its own, without the extension: by mouse and keyboard,
waiting for what the episode saw. Says of each step which of the recorded ways found its element and
what was not as recorded, and ends with the share of steps reproduced. The exit code is 1 if that is
not all.

  FILE            written by “showhow open”
  --episode ID    which one                       default the first of the file
  --base-url URL  stands for the origin of the page on which the episode begins
  --values FILE   JSON object with a text for each placeholder; what is missing is asked for
  --headed        show the browser
  --json          print the report as JSON and nothing else`,
} as const;

export type CommandName = Exclude<keyof typeof HELP, 'showhow'>;

/** True for the name of a command. */
export function isCommand(name: string | undefined): name is CommandName {
  return name !== undefined && name !== 'showhow' && Object.hasOwn(HELP, name);
}
