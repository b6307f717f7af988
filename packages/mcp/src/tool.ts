import type { z } from 'zod';
import type { RecordSource } from './source';

/** Something that an assistant may ask. Inputs and outputs are strict: what they do not name is refused. */
export interface RecordTool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> {
  name: string;
  title: string;
  description: string;
  input: Input;
  output: Output;
  answer: (source: RecordSource, input: z.output<Input>) => Promise<z.output<Output>>;
}

/** Checks a tool as it is written, and forgets the shapes of its own. */
export function tool<Input extends z.ZodObject, Output extends z.ZodObject>(
  made: RecordTool<Input, Output>,
): RecordTool {
  // What is handed to `answer` was parsed by `input`.
  return made as unknown as RecordTool;
}
