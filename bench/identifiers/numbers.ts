import type { Random } from '../../tests/support/seeded.ts';

export type Make = (random: Random) => string;

export const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random(10)).join('');
export const two = (value: number): string => String(value).padStart(2, '0');
export const pick = <T>(random: Random, from: readonly T[]): T => from[random(from.length)] as T;
export const letters = (random: Random, count: number, from: string): string =>
  Array.from({ length: count }, () => from[random(from.length)]).join('');
export const sum = (text: string, weights: readonly number[]): number =>
  weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
export const birth = (random: Random) => ({
  day: two(1 + random(28)),
  month: two(1 + random(12)),
  year: two(random(100)),
});

/** The digit that makes a number pass Luhn's check. */
export function luhn(body: string): string {
  const total = [...body].reverse().reduce((so, digit, at) => {
    const twice = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return so + Math.floor(twice / 10) + (twice % 10);
  }, 0);
  return body + ((10 - (total % 10)) % 10);
}

export const grouped = (text: string, sizes: readonly number[], separator: string): string => {
  let at = 0;
  return sizes.map((size) => text.slice(at, (at += size))).join(separator);
};
