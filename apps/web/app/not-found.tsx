import { NothingHere } from '@rapporteur/ui/notices';
import { Frame } from '../lib/frame';

export default function NotFound() {
  return (
    <Frame
      current={null}
      path="/"
      title="Nothing stands here"
      description="No page of the record was ever published at this address."
      hidden
    >
      <NothingHere />
    </Frame>
  );
}
