import type { Pronoun, SpeakerWords } from '../speaker-words';
import { bodies, determiners, documents, media, people, prepositions } from './words';

const pronouns: [string, Pronoun][] = [
  ['he', 'm'],
  ['she', 'f'],
  ['they', 'they'],
  ['him', 'm'],
  ['them', 'they'],
  ['his', 'm'],
  ['her', 'f'],
  ['their', 'they'],
  ['its', 'it'],
  ['it', 'it'],
  ['we', 'self'],
  ['i', 'self'],
  ['you', 'self'],
];

export const englishSpeakers: SpeakerWords = {
  pronouns: new Map(pronouns),
  people,
  bodies,
  documents,
  media,
  prepositions,
  determiners,
  definite: new Set(['the', 'this']),
  headFirst: false,
};
