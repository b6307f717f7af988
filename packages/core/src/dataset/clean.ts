import { z } from 'zod';

const words = z.string().min(1, 'must not be empty').max(500);
const someWords = z.union([words.transform((one) => [one]), z.array(words).min(1).max(50)]);

/** The steps that clean a text, in the order in which they are given. None takes a pattern, so none can run for long. */
export const cleanStep = z.union([
  z.enum(['squeeze', 'printable', 'lower', 'upper']),
  z.strictObject({ remove: someWords }),
  z.strictObject({ replace: words, with: z.string().max(500) }),
  z.strictObject({ remove_prefix: someWords }),
  z.strictObject({
    remove_suffix: someWords,
    /** Also where the end of the suffix was cut off, as long as so many of its characters stand there. */
    even_cut_to: z.int().min(2).max(500).optional(),
  }),
  z.strictObject({ cut_from: someWords }),
  z.strictObject({ after_last: words }),
  z.strictObject({ at_most: z.int().min(10).max(20_000) }),
]);
export type CleanStep = z.infer<typeof cleanStep>;

/** What a report calls a step. */
export const nameOfStep = (step: CleanStep): string => (typeof step === 'string' ? step : (Object.keys(step)[0] ?? ''));

export function clean(text: string, step: CleanStep): string {
  if (step === 'squeeze') return text.replaceAll(/\s+/g, ' ').trim();
  // oxlint-disable-next-line no-control-regex -- the controls are the subject here
  if (step === 'printable') return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, '');
  if (step === 'lower') return text.toLowerCase();
  if (step === 'upper') return text.toUpperCase();
  if ('remove' in step) return step.remove.reduce((left, word) => left.replaceAll(word, ''), text);
  if ('replace' in step) return text.replaceAll(step.replace, () => step.with);
  if ('remove_prefix' in step) {
    const prefix = step.remove_prefix.find((each) => text.startsWith(each));
    return prefix === undefined ? text : text.slice(prefix.length);
  }
  if ('remove_suffix' in step) return withoutSuffix(text, step.remove_suffix, step.even_cut_to);
  if ('cut_from' in step) {
    const at = step.cut_from.map((word) => text.indexOf(word)).filter((place) => place >= 0);
    return at.length === 0 ? text : text.slice(0, Math.min(...at));
  }
  if ('after_last' in step) {
    const at = text.lastIndexOf(step.after_last);
    return at < 0 ? text : text.slice(at + step.after_last.length);
  }
  return atMost(text, step.at_most);
}

function withoutSuffix(text: string, suffixes: readonly string[], least: number | undefined): string {
  for (const suffix of suffixes) {
    if (text.endsWith(suffix)) return text.slice(0, -suffix.length);
    for (let length = suffix.length - 1; length >= (least ?? suffix.length); length -= 1)
      if (text.endsWith(suffix.slice(0, length))) return text.slice(0, -length);
  }
  return text;
}

/** Cut at a word, where there is one, with a mark that something is missing. */
function atMost(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length - 1);
  const space = head.lastIndexOf(' ');
  const kept = (space > length / 2 ? head.slice(0, space) : head).replace(/[\ud800-\udbff]$/, '');
  return `${kept}…`;
}
