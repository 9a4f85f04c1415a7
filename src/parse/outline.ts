import type { Draft } from '../model/draft.ts';
import type { Turn } from '../model/transcript.ts';
import { countLetters } from './script.ts';

/** Characters of a turn's beginning that an outline holds. */
const most = 40;

/**
 * A draft in lines that a person can check at a glance and a program can compare: day and title, then
 * each turn with its exchange's position, kind, label, letters and beginning.
 */
export function outline({ date, title, children }: Draft): string[] {
  let at = 0;
  const lines = children.flatMap((child) => {
    if (child.type === 'note') return [];
    if (child.type === 'turn') return [line('-', child)];
    at += 1;
    return child.children.flatMap((one) => (one.type === 'turn' ? [line(String(at), one)] : []));
  });
  return [`${date} ${title}`, ...lines];
}

function line(at: string, { kind, label, children }: Turn): string {
  const words = children.map(({ value }) => value).join(' ');
  const start = [...words].slice(0, most).join('');
  return `${at} ${kind} [${label ?? ''}] ${countLetters(words)} ${start}`;
}
