import type { ConnectionKind } from './connection-kind.ts'

/** A bot of Telegram, by the token that its owner got from @BotFather. */
export const telegram: ConnectionKind = {
  kind: 'telegram',
  family: 'messenger',
  single: false,
  fields: [
    { name: 'token', type: 'secret', required: true, longest: 200 },
    /** A Bot API server of one's own, or the one of Telegram. */
    { name: 'apiRoot', type: 'address', required: true, standard: 'https://api.telegram.org' },
    /** `auto`: a webhook where others reach this server by https, else asking for news. */
    { name: 'mode', type: 'choice', required: true, standard: 'auto', choices: ['auto', 'webhook', 'polling'] },
  ],
}
