import type { FunctionDefinition } from '../define-function.ts'
import { callback } from './callback.ts'
import { deletePendedMessagesFromList } from './delete-pended-messages-from-list.ts'
import { lastMessageId } from './last-message-id.ts'
import { lastMessagesIds } from './last-messages-ids.ts'
import { message } from './message.ts'
import { platformMessage } from './platform-message.ts'
import { removeLastMessage } from './remove-last-message.ts'
import { tgCallback } from './tg-callback.ts'
import { whatsappMessage } from './whatsapp-message.ts'

export const messagingFunctions: readonly FunctionDefinition[] = [
  callback,
  deletePendedMessagesFromList,
  lastMessageId,
  lastMessagesIds,
  message,
  platformMessage,
  removeLastMessage,
  tgCallback,
  whatsappMessage,
]
