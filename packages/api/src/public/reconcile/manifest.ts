import { types } from './properties';
import { mostQueries } from './queries';

/** What the service says of itself. */
export const manifest = (origin: string) => ({
  versions: ['0.2'],
  name: 'Rapporteur: states, organisations, bodies and people of diplomacy',
  identifierSpace: `${origin}/r/`,
  schemaSpace: `${origin}/api/reconcile/types/`,
  view: { url: `${origin}/api/reconcile/view/{{id}}` },
  defaultTypes: types,
  batchSize: mostQueries,
  preview: { url: `${origin}/api/reconcile/preview/{{id}}`, width: 430, height: 250 },
  suggest: {
    entity: { service_url: origin, service_path: '/api/reconcile/suggest/entity' },
    type: { service_url: origin, service_path: '/api/reconcile/suggest/type' },
    property: { service_url: origin, service_path: '/api/reconcile/suggest/property' },
  },
  extend: {
    propose_properties: { service_url: origin, service_path: '/api/reconcile/properties' },
    property_settings: [],
  },
});
