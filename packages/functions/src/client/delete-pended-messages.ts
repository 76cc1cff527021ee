import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'

export const deletePendedMessages = defineHostFunction({
  name: 'delete_pended_messages',
  category: 'client',
  params: [
    {
      name: 'with_not_cancel',
      type: 'boolean',
      optional: true,
      default: true,
      about: { ru: 'False – не трогать отложенные с пометкой «не отменять».', en: 'False spares those marked "do not cancel".' },
    },
  ],
  returns: 'number',
  help: {
    ru: 'Отменяет все отложенные сообщения клиента и даёт их число.',
    en: 'Cancels all planned messages of the client and gives their number.',
  },
  examples: [
    { script: 'delete_pended_messages()', gives: 2 },
    { script: 'delete_pended_messages(False)', gives: 1 },
  ],
  failure: 0,
  run: (includeKept, { ports }) => {
    const transitions = ports.conversation.cancelPending({ includeKept })
    return onceKnown(ports.dialogue.cancelPlanned(), (messages) => transitions + messages)
  },
})
