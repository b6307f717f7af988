import type { Range } from './unit';

/** Who speaks: what is given out of a speaker, and how it was found. */
export interface Voice {
  name: string | null;
  range: Range | null;
  actor: number | null;
  role: string | null;
  affiliation: string | null;
  media: boolean;
  how: 'named' | 'described' | 'role' | 'pronoun' | 'shared' | 'unknown';
  sort: 'person' | 'group' | 'document';
}

export const unknownVoice: Voice = {
  name: null,
  range: null,
  actor: null,
  role: null,
  affiliation: null,
  media: false,
  how: 'unknown',
  sort: 'person',
};
