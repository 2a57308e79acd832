/** How the recorder says that an element presents itself: for pages of tests. */
export { accessibleName } from '../../entrypoints/recorder.content/accessible-name.ts';
export { roleOf } from '../../entrypoints/recorder.content/element-role.ts';
