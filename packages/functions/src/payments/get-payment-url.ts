import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'
import { attach, readBudget, syncedOrder } from '../shared/orders.ts'

/** Our own name: those of the original are each of one payment service (`get_..._payment_url`). */
export const getPaymentUrl = defineHostFunction({
  name: 'get_payment_url',
  category: 'payments',
  params: [
    {
      name: 'sum',
      type: 'any',
      shown: { type: 'number' },
      about: { ru: 'Сколько заплатить, в валюте воронки.', en: 'How much, in the currency of the pipeline.' },
    },
    {
      name: 'description',
      type: 'text',
      optional: true,
      default: '',
      about: { ru: 'За что: это увидит клиент.', en: 'What for: the client sees it.' },
    },
  ],
  returns: 'text',
  help: {
    ru: 'Даёт ссылку, по которой клиент оплачивает текущую сделку. Об исходе в диалог придёт колбэк payment_success или payment_fail, а в сделке появится payment_status. Без сделки она заводится. Платёжная система подключается в настройках.',
    en: 'Gives the link by which the client pays for his current order. The outcome comes into the dialogue as the callback payment_success or payment_fail, and payment_status appears in the order. Without an order, one is opened. The payment service is connected in the settings.',
  },
  onError: {
    ru: 'Если сумма не больше нуля или оплата не подключена, даёт пустой текст.',
    en: 'When the sum is not above zero or no payments are connected, it gives the empty text.',
  },
  examples: [
    { script: "x = 1\nget_payment_url(1500, 'Haircut')", gives: 'https://bot.example.org/pay/3' },
    { script: 'x = 1\nget_payment_url(0)', gives: '' },
  ],
  failure: '',
  run(written, description, { ports }) {
    const sum = readBudget(written)
    if (sum === undefined || sum <= 0) return ''
    return onceKnown(syncedOrder(ports), (current) => {
      const order = current ?? opened()
      return onceKnown(order, (number) =>
        number === undefined ? '' : onceKnown(ports.payments.create({ order: number, sum, description }), (link) => link ?? ''),
      )
    })

    function opened() {
      const { conversation, orders } = ports
      return onceKnown(orders.create({ client: conversation.clientId, name: description, description: '', budget: sum ?? null }), (made) =>
        onceKnown(attach(ports, made?.number ?? null), () => made?.number),
      )
    }
  },
})
