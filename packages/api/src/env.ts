import { isOrigin, notAnOrigin } from '@rapporteur/domain/origin';
import { z } from 'zod';

const postgres = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/, 'must be a PostgreSQL address such as postgresql://user@host/name');
const origin = z.string().refine(isOrigin, notAnOrigin('https://desk.example.org'));

const publicEnvironment = z.object({
  DATABASE_READER_URL: postgres,
  /** Streaming replicas that public pages may be read from, separated by commas. */
  DATABASE_REPLICA_URLS: z
    .string()
    .default('')
    .transform((list) => list.split(',').filter((address) => address !== ''))
    .pipe(z.array(postgres)),
});
const adminEnvironment = z.object({
  DATABASE_URL: postgres,
  ADMIN_ORIGIN: origin,
  RAPPORTEUR_SECRET: z.string().min(32, 'must be at least 32 characters of chance'),
});

/** What the public side needs: only the connection that cannot read the desk. Throws one clear line per fault. */
export const publicEnv = () => read(publicEnvironment);

/** What the desk needs. Throws one clear line per fault. */
export const adminEnv = () => read(adminEnvironment);

function read<T extends z.ZodType>(schema: T): z.infer<T> {
  const parsed = schema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  // Values stay out of the message: they hold passwords and secrets.
  const faults = parsed.error.issues.map(({ path, message, code }) => {
    const name = String(path[0]);
    return process.env[name] === undefined && code === 'invalid_type' ? `${name} is not set` : `${name} ${message}`;
  });
  throw new Error(faults.join('\n'));
}
