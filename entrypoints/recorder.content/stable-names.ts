/** Ids that frameworks make up: long hex, `:r1:`, `_r_1_`, `radix-…`, numbers of more than two digits, UUIDs. */
const GENERATED_ID =
  /\d{3,}|[0-9a-f]{8,}|^[:«]|[:_«]r_?[0-9a-z]+[:_»]|^(radix|headlessui|mui-|mat-|cdk-|rc[-_]|ember|ext-|yui|gwt|dijit|react|downshift|reach-|ui-id|el-id|pn_id|uid|__|chakra|bits-|reka-|aria-)|[A-Za-z]\d[A-Za-z]\d/;

/** What a class says about the state of an element, not about what it is. */
const STATE =
  /^(is|has|activ\w+|open\w*|clos\w+|hover\w*|over|focus\w*|(in)?visible|hid\w+|show\w*|in|out|selected|checked|(dis|en)abled|expand\w*|collaps\w+|current|pressed|load\w+|busy|drag\w*|drop|ghost|chosen|sorted|dirty|pristine|(un)?touched|(in)?valid|error|enter\w*|leave|exit|fade|animat\w+|highlight\w*|editing|pending|ready|even|odd|first|last)$/i;

/** Prefixes of classes that style libraries make up. */
const HASHED = /^(css|sc|svelte|emotion|makeStyles|styled|v|ng)-/;

/** True for an id that an author gave. */
export const isStableId = (id: string): boolean => id !== '' && id.length < 60 && !GENERATED_ID.test(id);

/** True for a class that an author gave, and that says what an element is. */
export function isStableClass(name: string): boolean {
  if (!/^[a-z_][a-z_-]{1,39}$/i.test(name) || HASHED.test(name)) return false;
  return name.split(/[-_]+/).every((word) => !STATE.test(word) && !isJumble(word));
}

/** Capitals where no word begins, as in `bdVaJa`: what hashing makes of a name. */
function isJumble(word: string): boolean {
  const humps = word.split(/(?=[A-Z])/).length;
  return humps > 2 && word.length / humps < 3 && word !== word.toUpperCase();
}
