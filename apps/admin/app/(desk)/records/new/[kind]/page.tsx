import { newId } from '@rapporteur/domain/ids';
import { kinds } from '@rapporteur/domain/kinds';
import { notFound, redirect } from 'next/navigation';

interface Props {
  params: Promise<{ kind: string }>;
}

/** A new record has its permanent id from the first letter on, so that what is typed has a place to be kept. */
export default async function NewRecordPage({ params }: Props) {
  const { kind } = await params;
  const known = kinds.find((one) => one === kind);
  if (known === undefined) notFound();
  redirect(`/records/${newId(known)}/edit`);
}
