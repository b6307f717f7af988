import { RapporteurError } from '@rapporteur/domain/errors';
import { unstorable } from '@rapporteur/domain/storable';

/** How large an unfinished text may be, as JSON in UTF-8 bytes. */
export const largestText = 2_000_000;
/** How many unfinished texts one person has at most. */
export const mostTexts = 500;
const mostParts = 200_000;

/**
 * Refuses with `invalid_input` or `limit_exceeded` what PostgreSQL cannot hold as JSON or a form would never make: NUL,
 * half of a character pair, too deep, too large. Everything else is a text that somebody has not finished yet.
 */
export function boundText(value: { content: unknown; citations: unknown; pasted: string }): void {
  const fault = unstorable(value, (seen) => {
    if (seen > mostParts) throw new RapporteurError('limit_exceeded', 'This text has too many parts to be kept.');
  });
  if (fault !== null) throw new RapporteurError('invalid_input', 'This text cannot be kept.', [fault]);
  const size = Buffer.byteLength(JSON.stringify(value), 'utf8');
  if (size > largestText) {
    throw new RapporteurError(
      'limit_exceeded',
      `This text is too large to be kept: ${size.toLocaleString('en')} bytes of at most ${largestText.toLocaleString('en')}. Copy it somewhere safe and shorten it.`,
    );
  }
}
