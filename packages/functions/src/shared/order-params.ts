import type { Words } from '../words.ts'

/** What the parameters say that many of these functions have. */
export const orderAbout: Words = {
  ru: 'Номер заказа; без него – текущий заказ клиента.',
  en: 'Number of the order; without it, the current order of the client.',
}
export const clientAbout: Words = {
  ru: 'Номер клиента; без него – тот, с кем идёт диалог.',
  en: 'Id of the client; without it, the one of this dialogue.',
}
