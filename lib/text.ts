import type en from '../public/_locales/en/messages.json';

export type MessageKey = keyof typeof en;

/** Keys of messages that count something: they exist as `<key>_one` and `<key>_other`. */
export type CountedKey = 'frames_not_covered' | 'queue';

const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

/** 1 January 2024, a Monday: the origin for the names of the days of the week. */
const A_MONDAY = Date.UTC(2024, 0, 1);

/**
 * Words and figures in the person's language.
 * @param getMessage looks a key up in the message files: `browser.i18n.getMessage`.
 * @param browserLanguage BCP 47. Refines the language of the messages (`en-GB` for `en`); another language is not mixed in.
 */
export function createText(getMessage: (key: MessageKey, values: string[]) => string, browserLanguage: string) {
  const say = (key: MessageKey, ...values: readonly string[]) => getMessage(key, [...values]);
  const language = say('language');
  const locale = browserLanguage.split('-')[0] === language ? browserLanguage : language;

  const amount = (value: number, unit: string, unitDisplay: 'short' | 'long') =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay,
      maximumFractionDigits: value < 10 ? 1 : 0,
    }).format(value);
  const clock = (at: number, timeZone?: string) =>
    new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', ...(timeZone && { timeZone }) }).format(at);
  const dateAndClock = (at: number) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

  return {
    say,
    language,
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    list: (items: readonly string[]) => new Intl.ListFormat(locale).format(items),
    /** A message that depends on a number, which is its first value. */
    count(key: CountedKey, value: number) {
      const isOne = new Intl.PluralRules(locale).select(value) === 'one';
      return say(`${key}_${isOne ? 'one' : 'other'}`, new Intl.NumberFormat(locale).format(value));
    },
    /** An amount of data in decimal units, as the policy counts it. */
    bytes(value: number) {
      const power = Math.min(3, Math.floor(Math.log10(Math.max(1, value)) / 3));
      const unit = ['byte', 'kilobyte', 'megabyte', 'gigabyte'][power] ?? 'byte';
      return amount(value / 1000 ** power, unit, power === 0 ? 'long' : 'short');
    },
    /** A length of time, in the largest unit that expresses it whole. */
    minutes(value: number) {
      if (value > 0 && value % MINUTES_PER_DAY === 0) return amount(value / MINUTES_PER_DAY, 'day', 'long');
      if (value > 0 && value % MINUTES_PER_HOUR === 0) return amount(value / MINUTES_PER_HOUR, 'hour', 'long');
      return amount(value, 'minute', 'long');
    },
    days: (value: number) => amount(value, 'day', 'long'),
    dateAndClock,
    /** A time of day if `at` (epoch ms) is on the same day as `now`, otherwise with its date. */
    moment(at: number, now: number) {
      if (at === nextMidnight(now)) return say('midnight');
      return nextMidnight(at) === nextMidnight(now) ? clock(at) : dateAndClock(at);
    },
    /** A time of the policy's schedule, `HH:MM`, the way the language writes it. */
    clockTime(time: string) {
      return time === '24:00' ? say('midnight') : clock(Date.parse(`1970-01-01T${time}Z`), 'UTC');
    },
    /** Name of a day of the week; 0 is Monday. */
    weekday(index: number) {
      const day = A_MONDAY + index * MINUTES_PER_DAY * 60_000;
      return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(day);
    },
  };
}

function nextMidnight(at: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
}

export type Text = ReturnType<typeof createText>;
