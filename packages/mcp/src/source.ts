import type { PublicContext } from '@rapporteur/api/public/context';
import { publicCaller } from '@rapporteur/api/public/router';

/** Where the tools read, and under which origin readers find it. */
export interface RecordSource {
  /** The context of a read of the record as it stands, or as it stood at an ISO instant. */
  contextAt: (asOf: string | null) => PublicContext;
  /** What addresses begin with, such as "https://record.example.org". */
  origin: string;
}

/** The public procedures at an instant. */
export const askAt = ({ contextAt }: RecordSource, asOf: string | null) => publicCaller(contextAt(asOf));
export type PublicCaller = ReturnType<typeof publicCaller>;
