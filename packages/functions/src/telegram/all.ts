import type { FunctionDefinition } from '../define-function.ts'
import { tgAnswerCallbackQuery } from './tg-answer-callback-query.ts'
import { tgDeleteMessage } from './tg-delete-message.ts'
import { tgEditMessageText } from './tg-edit-message-text.ts'
import { tgSendDocument } from './tg-send-document.ts'
import { tgSendMessage } from './tg-send-message.ts'
import { tgSendPhoto } from './tg-send-photo.ts'

export const telegramFunctions: readonly FunctionDefinition[] = [
  tgAnswerCallbackQuery,
  tgDeleteMessage,
  tgEditMessageText,
  tgSendDocument,
  tgSendMessage,
  tgSendPhoto,
]
