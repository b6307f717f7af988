import { PassagePage } from '../../../../../lib/related-page';

export const dynamic = 'force-dynamic';

export default PassagePage;
