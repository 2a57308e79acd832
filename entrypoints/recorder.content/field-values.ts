import { hitNode } from './event-hub.ts';
import { isSecretField, markSecret } from './secret-fields.ts';
import { findInTrees, findLateRoots } from './shadow-roots.ts';
import { rememberSecret } from './withhold.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** All but what nobody sees, whatever a script gives to it. */
const SHOWN = 'input:not([type=hidden],[type=file]),select,textarea';

/** Notices what scripts give to fields: browsers tell nobody of it. The field that is typed in is told by its change. */
export interface FieldWatch {
  /** Everything that is there now is in the recording. */
  reset(): void;
  /** What the field holds now is in the recording. */
  learn(field: Node | null): void;
  /** Fields that hold something else than was told of them. */
  changes(): Field[];
}

export function watchFields(): FieldWatch {
  let known = new WeakMap<Node, string>();
  const learn = (field: Field) => void known.set(field, stateOf(field));
  return {
    reset() {
      known = new WeakMap();
      fields().forEach(learn);
    },
    learn: (field) => field && learn(field as Field),
    changes() {
      const changed = fields().filter((field) => known.get(field) !== stateOf(field) && !field.matches(':focus'));
      changed.forEach(learn);
      return changed;
    },
  };
}

const stateOf = (field: Field): string => `${(field as HTMLInputElement).checked} ${field.value}`;

const fields = (): Field[] => findInTrees(SHOWN);

/** What fields held when it was last looked for secrets in them. */
const seen = new WeakMap<Field, string>();

/** Remembers what secret fields hold now: a script may fill them in, and show it elsewhere, in the same moment. */
export function learnSecrets(): void {
  findLateRoots();
  fields().forEach(learnSecret);
}

/** The same of the one field that an event is about: a page with many of them may tell of each. */
export function learnSecretOf(event: Event): void {
  const field = hitNode(event);
  if (field?.matches(SHOWN)) learnSecret(field as Field);
}

function learnSecret(field: Field): void {
  const { value } = field;
  // A code may have a field for each of its characters, of which the first alone says what it is for.
  if (isBox(field) && isSecretField(field)) {
    const boxes = fields().filter((other) => isBox(other) && other.form === field.form);
    boxes.forEach(markSecret);
    rememberSecret(boxes.map((box) => box.value).join(''));
  }
  if (seen.get(field) !== value && isSecretField(field)) rememberSecret(value);
  seen.set(field, value);
}

/** True for a field of one character. */
const isBox = (field: Field): boolean => 'maxLength' in field && field.maxLength === 1;
