import type { ChatMessage } from '@voronka/api'
import type { Listener, Transport } from './transport.ts'

/** A conversation for the preview of the builder: it goes nowhere. */
export function sampleTransport(language: 'ru' | 'en'): Transport {
  const said =
    language === 'ru'
      ? ['Здравствуйте! Можно к вам завтра?', 'Конечно! Во сколько вам удобно?']
      : ['Hello! May I come tomorrow?', 'Sure! What time suits you?']
  const answers = language === 'ru' ? ['Утром', 'Вечером'] : ['In the morning', 'In the evening']
  const at = new Date().toISOString()
  const message = (id: number, from: 'client' | 'bot', text: string): ChatMessage => ({
    id,
    from,
    text,
    format: 'plain',
    buttons: [],
    attachments: [],
    block: null,
    turn: null,
    at,
  })
  const messages = said.map((text, index) => message(index + 1, index ? 'bot' : 'client', text))
  const keyboard = answers.map((text, index) => ({ kind: 'reply' as const, text, line: 0, indexInLine: index }))
  let number = messages.length
  let tell: Listener['message'] | undefined
  return {
    async send(_id, saying) {
      const text = 'text' in saying ? saying.text : 'button' in saying ? saying.button : ''
      if (text) tell?.(message(++number, 'client', text))
      return { is: 'accepted' }
    },
    history: async () => ({ title: '', messages, keyboard }),
    listen(listener) {
      tell = listener.message
      listener.open()
      return () => {}
    },
  }
}
