import { correctionsFeed } from '../../../feeds/answer';

export const dynamic = 'force-dynamic';

export const GET = correctionsFeed;
