export interface FormWords {
  readonly label: string
  readonly fields: Readonly<Record<'title' | 'phone' | 'email' | 'company' | 'description', string>>
  readonly button: string
  readonly thanks: string
  readonly empty: string
  readonly failed: string
}

const en: FormWords = {
  label: 'Leave a request',
  fields: { title: 'Name', phone: 'Phone', email: 'E-mail', company: 'Company', description: 'Message' },
  button: 'Send',
  thanks: 'Thank you! We will get in touch.',
  empty: 'Fill in at least one field.',
  failed: 'This could not be sent. Try again in a moment.',
}

const ru: FormWords = {
  label: 'Оставить заявку',
  fields: { title: 'Имя', phone: 'Телефон', email: 'Почта', company: 'Компания', description: 'Сообщение' },
  button: 'Отправить',
  thanks: 'Спасибо! Мы свяжемся с вами.',
  empty: 'Заполните хотя бы одно поле.',
  failed: 'Не удалось отправить. Попробуйте ещё раз через минуту.',
}

/** By the language of the page where none is asked for, else by that of the browser. */
export const formWords = (language: string): FormWords => (/^ru\b/i.test(language) ? ru : en)
