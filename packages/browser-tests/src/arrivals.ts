import { mark } from './mark';

/** A name that no other test has, in letters alone, as names of places are. */
export const lettered = (): string => [...mark()].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');

/** The place where the ministers of an article met. */
export const portOf = (name: string): string => `Port${name}`;

/** An article in which there is something of every kind to propose. */
export const articleOf = (headline: string, port: string): string => `${headline}

The harbour programme for 2022 is voluntary and excludes tugs. The transport ministers said so after a meeting in ${port} on 3 May 2021.

Ada Quill, the harbour minister of Norland, told a press conference that her country refuses to lend ships to Sudland because the coast would be left without a patrol. “The quarrel over the strait is not our quarrel,” she added.

Norland and Sudland agreed to repair the lighthouse together.`;
