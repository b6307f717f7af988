import type { TextForm } from '@rapporteur/domain/content/forms';
import type { FieldShape, ShapeOf } from '@rapporteur/domain/content/shape';

export type TextShape = ShapeOf<TextForm>;

/** What every control of a field is told. */
export interface ControlProps<S extends FieldShape = FieldShape> {
  pointer: string;
  shape: S;
  id: string;
  /** The name of the control where no visible label names it. */
  label?: string | undefined;
  describedBy?: string | undefined;
}
