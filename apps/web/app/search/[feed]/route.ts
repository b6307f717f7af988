import { searchFeed } from '../../../feeds/answer';

export const dynamic = 'force-dynamic';

export const GET = searchFeed;
