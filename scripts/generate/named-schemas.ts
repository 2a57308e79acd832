import { Action, PageState, RedactedAction } from '../../lib/action.ts';
import { Completeness, CompletenessRule } from '../../lib/completeness.ts';
import { Effect, NodePlace, Surface, SurfaceKind } from '../../lib/effect.ts';
import { FramePlace, RecorderCost, RrwebEvent } from '../../lib/capture.ts';
import { Element, ElementState, LandmarkPlace, RowPlace, Selector } from '../../lib/element.ts';
import { CapturedAction, EpisodeDocument, EpisodeStream, Observation, SecondPass, Step } from '../../lib/episode.ts';
import { Gap, GapReason } from '../../lib/gap.ts';
import { Cut } from '../../lib/manifest.ts';
import { NoTarget } from '../../lib/no-target.ts';
import { RedactionLevel } from '../../lib/policy.ts';
import { Channel, Ledger, Provenance } from '../../lib/record.ts';
import { Outcome, Task } from '../../lib/task.ts';
import { Box, Count, Moment, Pixels, Point, Sha256, Uuid } from '../../lib/units.ts';
import { Quality } from '../../lib/quality.ts';
import { StepFlag } from '../../lib/step-flag.ts';
import { Value, ValueClass } from '../../lib/value.ts';
import { nameSchemas } from './json-schema.ts';

/** The nouns that have a section of their own in the documents. */
export const SECTIONS = {
  Step,
  Observation,
  Action,
  Value,
  Element,
  Selector,
  RowPlace,
  LandmarkPlace,
  PageState,
  CapturedAction,
  EpisodeDocument,
  EpisodeStream,
  Completeness,
  Quality,
  Gap,
  Cut,
  Task,
  Provenance,
  Ledger,
  SecondPass,
  RecorderCost,
  FramePlace,
} as const;

/** Units and closed lists, told in one table. */
export const UNITS = {
  Moment: [Moment, 'Integer milliseconds since the Unix epoch, on the clock of the page.'],
  Count: [Count, 'Integer, 0 or more.'],
  Pixels: [Pixels, 'Number, in CSS pixels of the viewport of the frame.'],
  Point: [Point, '`{ x, y }` in CSS pixels.'],
  Box: [Box, '`{ x, y, width, height }` in CSS pixels, relative to the viewport of the frame.'],
  Sha256: [Sha256, 'String: a SHA-256 in lower-case hex.'],
  Uuid: [Uuid, 'String: a version 4 UUID.'],
  RrwebEvent: [RrwebEvent, 'An event as rrweb defines it: `{ type, data, timestamp }`.'],
  NodePlace: [NodePlace, '`{ stream, nodeId }`: a node by its stream’s place in `streams` and its rrweb id there.'],
  SurfaceKind,
  Outcome,
  StepFlag,
  NoTarget,
  CompletenessRule,
  RedactionLevel,
  GapReason,
  ValueClass: [ValueClass, 'Kinds of values.'],
  ElementState: [ElementState, 'States that an element can be in.'],
  Channel: [Channel, 'Channels that something can be withheld from.'],
  RedactedAction: [RedactedAction, 'As [CapturedAction](#capturedaction), without `tab` and `document`.'],
} as const;

/** Names them all. To be called once, before any schema is written. */
export function nameFormatSchemas(): void {
  nameSchemas({ ...SECTIONS, ...UNITS });
}
