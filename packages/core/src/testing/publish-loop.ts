import { ownerClient } from '@rapporteur/db/clients';
import { parseConnection } from '@rapporteur/db/connection';
import { RapporteurError } from '@rapporteur/domain/errors';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, sampleMeeting, sampleState } from '../bundle/sample';

// A program of its own, to be killed: publishes two records at once, again and again, each time with a new number in both.
const [address = '', people = '', first = '0'] = process.argv.slice(2);
const owner = ownerClient(parseConnection(address));
const { importer, reviewer } = JSON.parse(people) as ImportPeople;

for (let number = Number(first); ; number += 1) {
  const state = sampleState();
  const names = state.content.names.map((name) => ({ ...name, text: `Sampleland ${number}` }));
  const lines = [
    { ...state, content: { ...state.content, names } },
    { ...sampleMeeting, content: { ...sampleMeeting.content, place: `Place ${number}` } },
  ];
  try {
    await importBundle(owner, bundleOf(...lines), { importer, reviewer });
  } catch (error) {
    // A server that goes away is to be said so, and nothing else.
    if (!(error instanceof RapporteurError) || error.code !== 'unavailable') throw error;
  }
}
