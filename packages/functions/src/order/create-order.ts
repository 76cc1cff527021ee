import { isNone, type Value } from '@voronka/calculator'
import { defineHostFunction } from '../define-function.ts'
import { badBudget, givenId, readBudget, syncedOrder } from '../shared/orders.ts'
import { isBlank } from '../shared/blank.ts'
import { onceKnown } from '../shared/once-known.ts'

export const createOrder = defineHostFunction({
  name: 'create_order',
  category: 'order',
  params: [
    { name: 'name', type: 'text', optional: true, default: '', about: { ru: 'Название.', en: 'Name of the order.' } },
    { name: 'budget', type: 'any', optional: true, shown: { type: 'number' }, about: { ru: 'Сумма.', en: 'What it is worth.' } },
    { name: 'description', type: 'text', optional: true, default: '', about: { ru: 'Описание.', en: 'Description.' } },
    {
      name: 'client_name',
      type: 'text',
      optional: true,
      default: '',
      about: { ru: 'Имя, если клиента придётся создать.', en: 'Name, should the client have to be created.' },
    },
    {
      name: 'phone',
      type: 'text',
      optional: true,
      default: '',
      about: { ru: 'Телефон клиента, чей это заказ.', en: 'Phone number of the client whose order it is.' },
    },
    {
      name: 'email',
      type: 'text',
      optional: true,
      default: '',
      about: { ru: 'Почта клиента, чей это заказ.', en: 'E-mail address of the client whose order it is.' },
    },
    {
      name: 'state_id',
      type: 'any',
      optional: true,
      shown: { type: 'integer' },
      about: {
        ru: 'Номер состояния; без него – первое или «неразобранное», как настроено в проекте.',
        en: 'Number of the state; without it the first one or unsorted, as the project has it.',
      },
    },
  ],
  returns: 'integer|text',
  help: {
    ru: 'Создаёт заказ, и он становится текущим: переменные прежнего в воронке больше не видны. С телефоном или почтой заказ достаётся клиенту с этим телефоном (иначе с этой почтой); если такого нет, он создаётся, а текущий заказ остаётся прежним. Даёт номер нового заказа.',
    en: 'Creates an order, which becomes the current one: the variables of the former are no longer seen in the funnel. With a phone or an e-mail the order belongs to the client who has that phone (else that e-mail); if there is none he is created, and the current order stays. Gives the number of the new order.',
  },
  onError: {
    ru: 'Если сумма не число, даёт текст «budget must be a number» и ничего не создаёт; нет такого состояния – False.',
    en: 'A budget that is no number gives the text "budget must be a number" and creates nothing; no such state gives False.',
  },
  examples: [
    { script: "create_order('Cake', 100)", gives: 3 },
    { script: "create_order('Cake', 'much')", gives: 'budget must be a number' },
    { script: "create_order('Cake', 100, '', '', '', '', 999)", gives: false },
  ],
  failure: false,
  run(name, budgetGiven, description, clientName, phone, email, stateGiven, { ports }) {
    const budget = blankValue(budgetGiven) ? null : readBudget(budgetGiven)
    if (budget === undefined) return badBudget
    const state = givenId(stateGiven)
    if (state === null) return false
    const texts = [name, description, clientName, phone, email].map(unlessBlank)
    const [orderName = '', about = '', contactName = '', contactPhone = '', contactEmail = ''] = texts
    const own = contactPhone === '' && contactEmail === ''
    const client = own ? ports.conversation.clientId : { name: contactName, phone: contactPhone, email: contactEmail }
    const order = { client, name: orderName, description: about, budget, ...(state !== undefined && { state }) }
    return onceKnown(syncedOrder(ports), () =>
      onceKnown(ports.orders.create(order), (created) => {
        if (!created) return false
        if (created.client === ports.conversation.clientId) ports.conversation.attachOrder(created.number, new Map())
        return created.number
      }),
    )
  },
})

const unlessBlank = (text: string): string => (isBlank(text.trim()) ? '' : text.trim())

const blankValue = (value: Value | undefined): value is undefined | null | '' =>
  value === undefined || isNone(value) || (typeof value === 'string' && isBlank(value.trim()))
