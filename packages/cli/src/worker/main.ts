import { parseConnection } from '@rapporteur/db/connection';
import { workUntilAsked } from './run';

// The worker as `npm start` runs it: a program of its own beside the site and the desk, told where the database is.
const reader = process.env['DATABASE_READER_URL'];
await workUntilAsked(parseConnection(process.env['DATABASE_URL'] ?? ''), reader ? parseConnection(reader) : undefined);
process.exit(0);
