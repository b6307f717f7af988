import { aboutFeed } from '../../../../feeds/answer';

export const dynamic = 'force-dynamic';

export const GET = aboutFeed('programme');
