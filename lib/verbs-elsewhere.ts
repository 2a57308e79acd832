import type { Verb } from './verbs.ts';

/** What a verb is called elsewhere, its arguments in braces. Null: there is no word for it, and no way around it. */
export interface VerbElsewhere {
  /** BrowserGym and its kin (https://github.com/ServiceNow/BrowserGym, `core/src/browsergym/core/action`). */
  readonly browserGym: string | null;
  /** Anthropic's `browser_toolset_20260801`; `computer_20251124` has the same words for pointer and keys. */
  readonly anthropic: string | null;
  /** OpenAI's tool `computer` of the Responses API. */
  readonly openai: string | null;
  /** UI-TARS, by its prompt for computers (arXiv 2501.12326). */
  readonly uiTars: string | null;
}

const TEXT_KEYS = 'click, then keys';
const CLICKED = 'click';

/**
 * The vocabulary of actions in those that agents are trained in, for who writes episodes in one of them. A target is a
 * reference or the point `box + point` in pixels of the viewport; UI-TARS counts both from 0 to 1000.
 */
export const VERBS_ELSEWHERE = {
  click: {
    browserGym: 'click {button, modifiers}',
    anthropic:
      'left_click, middle_click, right_click {target, modifiers}; with heldMs: left_mouse_down, wait, left_mouse_up',
    openai: 'click {button: left, wheel, right; keys}',
    uiTars: 'click, right_single; no middle button',
  },
  dblclick: {
    browserGym: 'dblclick',
    anthropic: 'double_click',
    openai: 'double_click',
    uiTars: 'left_double',
  },
  hover: { browserGym: 'hover', anthropic: 'hover', openai: 'move', uiTars: null },
  fill: {
    browserGym: 'fill {value}',
    anthropic: 'form_input {value}; or triple_click, type {text}',
    openai: 'click, keypress {CTRL, A}, type {text}',
    uiTars: 'click, hotkey ctrl a, type {content}',
  },
  check: { browserGym: 'check', anthropic: 'form_input {value: true}', openai: CLICKED, uiTars: CLICKED },
  uncheck: { browserGym: 'uncheck', anthropic: 'form_input {value: false}', openai: CLICKED, uiTars: CLICKED },
  selectOption: {
    browserGym: 'select_option {options}',
    anthropic: 'form_input {value: label}',
    openai: TEXT_KEYS,
    uiTars: TEXT_KEYS,
  },
  press: {
    browserGym: 'press {key}; without a target keyboard_press',
    anthropic: 'key {text, repeat: times}',
    openai: 'keypress {keys}, times over',
    uiTars: 'hotkey {key}, times over',
  },
  scroll: {
    browserGym: 'scroll {by}',
    anthropic: 'scroll {direction, amount: 1–10 notches of 100 px}',
    openai: 'scroll {scroll_x, scroll_y}',
    uiTars: 'scroll {direction}',
  },
  drag: {
    browserGym: 'drag_and_drop {to}; a path: mouse_down, mouse_move, mouse_up',
    anthropic: 'left_click_drag {from, target}; a path: left_mouse_down, mouse_move, left_mouse_up',
    openai: 'drag {path}',
    uiTars: 'drag {start, end}',
  },
  selectText: {
    browserGym: 'mouse_drag_and_drop',
    anthropic: 'left_click_drag; a word or a line: double_click, triple_click',
    openai: 'drag {path}',
    uiTars: 'drag {start, end}',
  },
  wheel: {
    browserGym: 'mouse_move, scroll {by}',
    anthropic: 'scroll {direction, amount}',
    openai: 'scroll {scroll_x, scroll_y, keys}',
    uiTars: 'scroll {direction}',
  },
  upload: { browserGym: 'upload_file {file}', anthropic: 'file_upload {paths}', openai: null, uiTars: null },
  copy: {
    browserGym: 'press Control+c',
    anthropic: 'key ctrl+c',
    openai: 'keypress {CTRL, C}',
    uiTars: 'hotkey ctrl c',
  },
  cut: {
    browserGym: 'press Control+x',
    anthropic: 'key ctrl+x',
    openai: 'keypress {CTRL, X}',
    uiTars: 'hotkey ctrl x',
  },
  paste: {
    browserGym: 'press Control+v',
    anthropic: 'key ctrl+v',
    openai: 'keypress {CTRL, V}',
    uiTars: 'hotkey ctrl v',
  },
  submit: {
    browserGym: 'click the submitter, or press Enter',
    anthropic: 'left_click the submitter, or key Return',
    openai: 'click the submitter, or keypress {ENTER}',
    uiTars: 'click the submitter, or type \\n',
  },
  dialog: {
    browserGym: null,
    anthropic: 'key Return or Escape, type {value}',
    openai: 'keypress {ENTER or ESC}, type {value}',
    uiTars: 'hotkey enter or esc, type {value}',
  },
  wait: { browserGym: 'noop {forMs}', anthropic: 'wait {seconds}', openai: 'wait', uiTars: 'wait, of 5 s' },
  goto: {
    browserGym: 'goto {url}',
    anthropic: 'navigate {url}',
    openai: 'keypress {CTRL, L}, type {url}, keypress {ENTER}',
    uiTars: 'hotkey ctrl l, type {url}\\n',
  },
  goBack: {
    browserGym: 'go_back, go_forward',
    anthropic: 'navigate back, forward',
    openai: 'keypress {ALT, LEFT or RIGHT}',
    uiTars: 'hotkey alt left, right',
  },
  reload: {
    browserGym: 'goto {url}',
    anthropic: 'navigate reload',
    openai: 'keypress {F5}',
    uiTars: 'hotkey f5',
  },
  tabOpen: {
    browserGym: 'new_tab',
    anthropic: 'new_tab',
    openai: 'keypress {CTRL, T}',
    uiTars: 'hotkey ctrl t',
  },
  tabSwitch: {
    browserGym: 'tab_focus {index}',
    anthropic: 'switch_tab {tab_id}',
    openai: 'keypress {CTRL, 1–8}',
    uiTars: 'hotkey ctrl 1–8',
  },
  tabClose: {
    browserGym: 'tab_close',
    anthropic: 'close_tab {tab_id}',
    openai: 'keypress {CTRL, W}',
    uiTars: 'hotkey ctrl w',
  },
} as const satisfies Readonly<Record<Verb, VerbElsewhere>>;
