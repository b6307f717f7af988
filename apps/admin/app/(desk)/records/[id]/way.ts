import { kindNames, type Kind } from '@rapporteur/domain/kinds';

/** The list that a record of a kind is found in. */
export const wayTo = (kind: Kind) => ({ href: `/?view=all&kind=${kind}`, name: kindNames[kind].plural });

/** The record itself, on the way to a screen about it. */
export const wayToRecord = (id: string, title: string) => ({ href: `/records/${id}`, name: title });
