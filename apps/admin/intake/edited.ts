import type { FieldShape } from '@rapporteur/domain/content/shape';
import { edtfSchema } from '@rapporteur/domain/edtf';
import { readDate } from '@rapporteur/domain/edtf-words';
import { RapporteurError } from '@rapporteur/domain/errors';

/** A payload with its dates, as a person wrote them, read; or why one of them cannot be read. Empty fields are null. */
export function readDates(
  fields: Readonly<Record<string, FieldShape>>,
  payload: Readonly<Record<string, unknown>>,
): Record<string, unknown> | string {
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(payload)) {
    const field = fields[name];
    if (typeof value !== 'string' || field === undefined) read[name] = value;
    else if (value.trim() === '') read[name] = field.nullable ? null : '';
    else if (field.form === 'date' && !edtfSchema.safeParse(value).success) {
      try {
        read[name] = readDate(value);
      } catch (error) {
        if (error instanceof RapporteurError) return error.message;
        throw error;
      }
    } else read[name] = value;
  }
  return read;
}
