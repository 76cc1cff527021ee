import type { Words } from '../words.ts'

/** What functions say of their failures in the same words. */
export const notANumber: Words = {
  ru: 'Если передать не число, результата не будет: переменная останется пустой.',
  en: 'Given something that is not a number, there is no result: the variable stays empty.',
}

export const notAnArray: Words = {
  ru: 'Если передать не массив, результата не будет: переменная останется пустой.',
  en: 'Given something that is not an array, there is no result: the variable stays empty.',
}

export const notADict: Words = {
  ru: 'Если передать не словарь, результата не будет: переменная останется пустой.',
  en: 'Given something that is not a dictionary, there is no result: the variable stays empty.',
}

export const notAContainer: Words = {
  ru: 'Если передать не массив и не словарь, результата не будет: переменная останется пустой.',
  en: 'Given neither an array nor a dictionary, there is no result: the variable stays empty.',
}

export const notADate: Words = {
  ru: 'Если это не дата вида дд.мм.гггг, результата не будет: переменная останется пустой.',
  en: 'Given something that is not a dd.mm.yyyy date, there is no result: the variable stays empty.',
}

export const notATime: Words = {
  ru: 'Если это не время вида ЧЧ:ММ, результата не будет: переменная останется пустой.',
  en: 'Given something that is not an HH:MM time, there is no result: the variable stays empty.',
}

export const whichArray: Words = { ru: 'Массив или его запись в JSON.', en: 'An array, or its JSON text.' }
export const whichDict: Words = { ru: 'Словарь или его запись в JSON.', en: 'A dictionary, or its JSON text.' }
export const whichContainer: Words = { ru: 'Массив или словарь.', en: 'An array or a dictionary.' }
export const whichDate: Words = { ru: 'Дата вида дд.мм.гггг.', en: 'A date, dd.mm.yyyy.' }
export const whichTime: Words = { ru: 'Время вида ЧЧ:ММ.', en: 'A time of day, HH:MM.' }
export const whichText: Words = { ru: 'Исходный текст.', en: 'The text.' }
export const whichAngle: Words = { ru: 'Угол в радианах.', en: 'An angle in radians.' }
export const storedAsJson: Words = {
  ru: 'True – сохранить как JSON: число, логическое значение, массив или словарь. По умолчанию сохраняется текст.',
  en: 'True keeps it as JSON: a number, a boolean, an array or a dictionary. By default it is kept as text.',
}
export const sortDescending: Words = { ru: 'True – по убыванию.', en: 'True sorts from the largest to the smallest.' }
