import { callEnds } from '../calls.ts'
import type { ConnectionKind } from './connection-kind.ts'

/** Calls nobody: to try a funnel out (telephony, section 1). */
export const mockCalls: ConnectionKind = {
  kind: 'mock-calls',
  family: 'telephony',
  single: 'family',
  fields: [
    { name: 'outcome', type: 'choice', required: true, standard: 'answered', choices: callEnds },
    /** Seconds until the call has ended, and of them how long was spoken. */
    { name: 'delay', type: 'number', required: true, standard: 3, least: 0, most: 86_400 },
    { name: 'talk', type: 'number', required: true, standard: 20, least: 0, most: 3600 },
    /** What the called person presses; nobody presses anything when it is empty. */
    { name: 'digit', type: 'text', required: false, standard: '', longest: 1 },
    { name: 'number', type: 'text', required: false, standard: '', longest: 40 },
    { name: 'record', type: 'text', required: false, standard: '1', longest: 16 },
  ],
}
