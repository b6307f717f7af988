import { votesPage } from '../../../../lib/votes-page';

export const dynamic = 'force-dynamic';

export default votesPage;
