import type { RecordLink } from '@rapporteur/domain/views';
import type { z } from 'zod';
import type { publicCaller } from '../router';

export type Shape = Readonly<Record<string, z.ZodType>>;

/** What a request asks, and what its answer is made with. */
export interface Asked<P extends Shape = Shape, Q extends Shape = Shape> {
  /** The public procedures, which read the record at the instant of the request. */
  record: ReturnType<typeof publicCaller>;
  path: z.output<z.ZodObject<P>>;
  query: z.output<z.ZodObject<Q>>;
  /** The address of something else in this interface, at the same instant. */
  addressOf: (path: string, query?: Readonly<Record<string, string>>) => string;
}

/** What an endpoint answers: a document, perhaps with the parameters of its next page; or the record that it was merged into. */
export type Reply =
  | { answer: unknown; next?: Readonly<Record<string, string>> | null; links?: Readonly<Record<string, string>> }
  | { mergedInto: RecordLink };

/** One address of the interface, or one for each of what stands in its place. */
export interface Endpoint<P extends Shape = Shape, Q extends Shape = Shape> {
  /** Below `/api/v1`, with names in braces, as OpenAPI writes it. */
  path: string;
  /** What it is called in the document: a verb and a noun. */
  id: string;
  tag: string;
  summary: string;
  description?: string;
  parameters: P;
  query: Q;
  answer: z.ZodType;
  /** Whether there may be nothing, though no record is named. */
  mayLack?: true;
  /** Whether it is of the present alone: then it has no `asOf`. */
  ofThePresent?: true;
  /** What `fields` chooses from: the members of each item, those of the whole answer, or nothing. */
  selects: 'items' | 'answer' | null;
  /** An answer as it could be. */
  example: unknown;
  read: (asked: Asked<P, Q>) => Promise<Reply>;
}

/** Declares an endpoint; what its reader is given follows from its schemas. */
export const endpoint = <P extends Shape, Q extends Shape>(declared: Endpoint<P, Q>): Endpoint =>
  declared as unknown as Endpoint;

/** The parameters that lead to the next page, where there is one. */
export const nextBy = (name: string, cursor: string | number | null): Readonly<Record<string, string>> | null =>
  cursor === null ? null : { [name]: String(cursor) };

/** A record by its address in this interface. */
export const pathOf = (segment: string, { slug }: Pick<RecordLink, 'slug'>): string => `/${segment}/${slug}`;
