import { wholeFeed } from '../../feeds/answer';

export const dynamic = 'force-dynamic';

export const GET = wholeFeed('json');
