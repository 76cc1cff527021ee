import type { ConnectionKind } from './connection-kind.ts'

/** Zvonobot (telephony, section 1). */
export const zvonobot: ConnectionKind = {
  kind: 'zvonobot',
  family: 'telephony',
  single: 'family',
  fields: [
    { name: 'apiKey', type: 'secret', required: true, longest: 500 },
    { name: 'number', type: 'text', required: false, standard: '', longest: 40 },
    { name: 'record', type: 'text', required: false, standard: '', longest: 16 },
    /** Calls without a number of their own go from a number that the vendor's customers share. */
    { name: 'duty', type: 'switch', required: false, standard: false },
    { name: 'baseUrl', type: 'address', required: true, standard: 'https://lk.zvonobot.ru/apiCalls/' },
  ],
}
