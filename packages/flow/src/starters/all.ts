/** Projects to begin with: offered at first start and when a project is made. Adding one is its two files and an entry here. */
import { readProject } from '../model/index.ts'
import type { Crm, Project, Words } from '../model/index.ts'
import quizEn from './quiz-lead.en.json' with { type: 'json' }
import quizRu from './quiz-lead.ru.json' with { type: 'json' }
import salonEn from './salon-booking.en.json' with { type: 'json' }
import salonRu from './salon-booking.ru.json' with { type: 'json' }
import shopEn from './shop-basket.en.json' with { type: 'json' }
import shopRu from './shop-basket.ru.json' with { type: 'json' }
import supportEn from './support-menu.en.json' with { type: 'json' }
import supportRu from './support-menu.ru.json' with { type: 'json' }

export interface Starter {
  readonly id: string
  readonly title: Words
  /** What it does and what can be learnt from it. */
  readonly about: Words
  /** What to write to it in the test chat to get going. */
  readonly say: Words
  readonly projects: { readonly ru: Project; readonly en: Project }
  /** What it sets up beside the funnel; without it a project begins as an empty one does. */
  readonly crm: { readonly ru: Crm | undefined; readonly en: Crm | undefined }
  /** Its clients pay, on the test page until the project is connected to a payment service. */
  readonly pays?: boolean
}

export const starters: readonly Starter[] = [
  {
    id: 'shop-basket',
    title: { ru: 'Магазин с корзиной', en: 'Shop with a basket' },
    about: {
      ru: 'Каталог с кнопками из списка товаров, количество с проверкой, корзина, сумма с доставкой и оформление заказа.',
      en: 'A catalogue with buttons made from a list of products, a checked quantity, a basket, a total with delivery, and the order.',
    },
    say: { ru: 'Привет', en: 'Hello' },
    ...read(shopRu, shopEn),
  },
  {
    id: 'quiz-lead',
    title: { ru: 'Викторина с заявкой', en: 'Quiz with lead' },
    about: {
      ru: 'Пять случайных вопросов, счёт, результат по диапазонам баллов и телефон, приведённый к одному виду.',
      en: 'Five random questions, a score, a result by ranges of points, and a phone number brought into one form.',
    },
    say: { ru: 'Начать', en: 'Quiz' },
    ...read(quizRu, quizEn),
  },
  {
    id: 'support-menu',
    title: { ru: 'Меню поддержки', en: 'Support menu' },
    about: {
      ru: 'Кнопки и ключевые слова, ответ на непонятое, напоминание через 10 минут и рабочие часы специалистов.',
      en: 'Buttons and keywords, an answer to what was not understood, a reminder after 10 minutes, and the hours of the specialists.',
    },
    say: { ru: 'Привет', en: 'Hello' },
    ...read(supportRu, supportEn),
  },
  {
    id: 'salon-booking',
    title: { ru: 'Запись в салон', en: 'Salon booking' },
    about: {
      ru: 'Услуга, дата и время кнопками, запись к свободному мастеру, оплата на тестовой странице и отмена, если не оплачено за 10 минут. С образцом салона.',
      en: 'Service, date and time as buttons, booking with whoever is free, payment on a test page, and cancelling what is not paid in 10 minutes. With a sample salon.',
    },
    say: { ru: 'Запись', en: 'Booking' },
    pays: true,
    ...read(salonRu, salonEn),
  },
]

function read(ru: unknown, en: unknown): Pick<Starter, 'projects' | 'crm'> {
  const [russian, english] = [readOne(ru), readOne(en)]
  return { projects: { ru: russian.project, en: english.project }, crm: { ru: russian.crm, en: english.crm } }
}

function readOne(file: unknown) {
  const result = readProject(file)
  if (!result.ok) throw new Error(`A starter project cannot be read: ${JSON.stringify(result.problems)}`)
  return result
}
