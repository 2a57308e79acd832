import { treeRoots } from './shadow-roots.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What nobody sees, whatever a script gives to it. */
const SHOWN = ':is(input:not([type=hidden],[type=file]),select,textarea):not(:focus)';

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
  const fields = () => treeRoots().flatMap((root) => [...root.querySelectorAll<Field>(SHOWN)]);
  const learn = (field: Field) => void known.set(field, stateOf(field));
  return {
    reset() {
      known = new WeakMap();
      fields().forEach(learn);
    },
    learn: (field) => field && learn(field as Field),
    changes() {
      const changed = fields().filter((field) => known.get(field) !== stateOf(field));
      changed.forEach(learn);
      return changed;
    },
  };
}

const stateOf = (field: Field): string => `${(field as HTMLInputElement).checked} ${field.value}`;
