import { episodeDocument } from './episode-document.ts';
import { managedSchema } from './managed-schema.ts';
import { policyDocument } from './policy-document.ts';
import { samplePolicy } from './sample-policy.ts';

const NOTE = '<!-- Generated from lib by “npm run generate”: change it there. -->\n\n';

/** What is generated: path in the repository, and text. */
export function generatedFiles(): readonly (readonly [path: string, text: string])[] {
  // The policy's come first: naming the schemas of the episode would turn parts of the policy into references.
  return [
    ['public/managed_schema.json', managedSchema()],
    ['enterprise/policy.sample.json', samplePolicy()],
    ['docs/policy.md', `${NOTE}${policyDocument()}\n`],
    ['docs/episode-format.md', `${NOTE}${episodeDocument()}\n`],
  ];
}
