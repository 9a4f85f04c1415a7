import type { Exchange, Transcript, Turn } from '../model/transcript.ts';

/** Somebody who speaks in a transcript, by the name or else the label that the page prints. */
export interface Voice {
  /** `voice-1` and so on, in order of first word. */
  id: string;
  name: string;
  /** Outlet id of an asker. */
  outlet: string | null;
  answers: boolean;
}

/** The turns of a transcript or an exchange, in reading order. */
export const turnsOf = (it: Transcript | Exchange): Turn[] =>
  it.children.flatMap((child) => {
    if (child.type === 'turn') return [child];
    return child.type === 'exchange' ? turnsOf(child) : [];
  });

/** Who speaks in a transcript; a turn for which the page names nobody has no voice. */
export function voicesOf(transcript: Transcript): Map<string, Voice> {
  const voices = new Map<string, Voice>();
  for (const turn of turnsOf(transcript)) {
    const key = voiceKey(turn);
    if (key === null || voices.has(key)) continue;
    voices.set(key, {
      id: `voice-${voices.size + 1}`,
      name: turn.speaker ?? turn.label ?? '',
      outlet: turn.outlet,
      answers: turn.kind !== 'question',
    });
  }
  return voices;
}

/** What tells one voice of a transcript from another; null for a turn that names nobody. */
export const voiceKey = ({ speaker, label, outlet }: Turn): string | null =>
  speaker === null && label === null ? null : JSON.stringify([speaker ?? label, outlet]);
