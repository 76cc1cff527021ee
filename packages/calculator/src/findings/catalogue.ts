import type { Language } from '../contract.ts'

export type Facts = Readonly<Record<string, string>>

type Sentence = string | ((facts: Facts) => string)

/** What a finding says, and what to do about it. */
export interface Entry {
  readonly says: Readonly<Record<Language, Sentence>>
  readonly hint?: Readonly<Record<Language, Sentence>>
}

/** Everything that can be wrong with a script, while it is read and while it runs. Functions may throw these codes too. */
export const catalogue: ReadonlyMap<string, Entry> = new Map<string, Entry>(
  Object.entries({
    // ----------------------------------------------------------------------------------------------------------- reading
    'expected-value': {
      says: {
        ru: ({ found }) => (found ? `Здесь ожидается значение, а стоит «${found}».` : 'Здесь не хватает значения.'),
        en: ({ found }) => (found ? `A value is expected here, not “${found}”.` : 'A value is missing here.'),
      },
      hint: {
        ru: 'Допишите число, текст в кавычках, имя переменной или вызов функции.',
        en: 'Write a number, a text in quotes, a variable or a function call.',
      },
    },
    unexpected: {
      says: { ru: ({ found }) => `«${found}» здесь лишнее.`, en: ({ found }) => `“${found}” does not belong here.` },
      hint: {
        ru: 'Если это текст, возьмите его целиком в кавычки; если выражение, поставьте между частями знак действия.',
        en: 'If this is text, put all of it in quotes; if it is an expression, put an operator between its parts.',
      },
    },
    unfinished: {
      says: { ru: 'Выражение не закончено.', en: 'The expression is not finished.' },
      hint: { ru: 'Допишите его или удалите строку.', en: 'Finish it, or delete the line.' },
    },
    unclosed: {
      says: {
        ru: ({ bracket }) => (bracket === '#{' ? 'У «#{» нет закрывающей «}».' : `Не хватает «${bracket}».`),
        en: ({ bracket }) => (bracket === '#{' ? '“#{” has no closing “}”.' : `“${bracket}” is missing.`),
      },
      hint: { ru: 'Закройте скобку.', en: 'Close the bracket.' },
    },
    'unclosed-quote': {
      says: { ru: 'Кавычка не закрыта.', en: 'The quote is not closed.' },
      hint: {
        ru: 'Поставьте такую же кавычку в конце текста; кавычку внутри текста пишите как \\" или \\\'.',
        en: 'Put the same quote at the end of the text; write a quote inside the text as \\" or \\\'.',
      },
    },
    'unknown-function': {
      says: { ru: ({ name }) => `Функции «${name}» нет.`, en: ({ name }) => `There is no function “${name}”.` },
      hint: {
        ru: ({ suggestion }) =>
          suggestion ? `Может быть, «${suggestion}»?` : 'Проверьте имя по справке: большие и малые буквы различаются.',
        en: ({ suggestion }) =>
          suggestion ? `Did you mean “${suggestion}”?` : 'Look the name up in the help: capital and small letters differ.',
      },
    },
    'reserved-word': {
      says: {
        ru: ({ name }) => `«${name}» — служебное слово, а не имя.`,
        en: ({ name }) => `“${name}” is a word of the language, not a name.`,
      },
      hint: { ru: 'Назовите переменную иначе.', en: 'Give the variable another name.' },
    },
    'reserved-name': {
      says: {
        ru: ({ name }) => `«${name}» — системная переменная, присвоить ей ничего нельзя.`,
        en: ({ name }) => `“${name}” is a system variable; nothing can be assigned to it.`,
      },
      hint: { ru: 'Возьмите другое имя.', en: 'Use another name.' },
    },
    'impossible-name': {
      says: {
        ru: ({ name }) => `«${name}» не может быть именем переменной.`,
        en: ({ name }) => `“${name}” cannot be the name of a variable.`,
      },
      hint: {
        ru: 'Имя начинается с буквы и состоит из букв, цифр и «_», без пробелов.',
        en: 'A name begins with a letter and has letters, digits and “_”, no spaces.',
      },
    },
    'chained-comparison': {
      says: { ru: 'Сравнения нельзя ставить подряд.', en: 'Comparisons cannot follow one another.' },
      hint: { ru: 'Соедините их: 1 < x and x < 3.', en: 'Join them: 1 < x and x < 3.' },
    },
    'single-equals': {
      says: { ru: 'Здесь «=» ничего не значит.', en: '“=” means nothing here.' },
      hint: { ru: 'Для сравнения пишите «==».', en: 'To compare, write “==”.' },
    },
    'number-touches': {
      says: {
        ru: ({ number }) => `Число ${number} слилось с тем, что стоит за ним.`,
        en: ({ number }) => `The number ${number} runs into what follows it.`,
      },
      hint: { ru: 'Если это текст, возьмите его в кавычки.', en: 'If this is text, put it in quotes.' },
    },
    'number-too-long': {
      says: { ru: 'В числе слишком много цифр.', en: 'The number has too many digits.' },
      hint: { ru: 'Возьмите его в кавычки, чтобы оно осталось текстом.', en: 'Put it in quotes to keep it as text.' },
    },
    'nesting-too-deep': {
      says: { ru: ({ limit }) => `Вложенность больше ${limit} уровней.`, en: ({ limit }) => `Nested deeper than ${limit} levels.` },
      hint: { ru: 'Разбейте выражение на несколько строк.', en: 'Split the expression into several lines.' },
    },
    'del-needs-element': {
      says: { ru: 'del удаляет элемент массива или словаря.', en: 'del removes an element of an array or dict.' },
      hint: {
        ru: 'Пишите del имя[0] или del имя["ключ"]; чтобы удалить переменную целиком: имя =',
        en: 'Write del name[0] or del name["key"]; to delete the whole variable: name =',
      },
    },
    'invalid-substitution': {
      says: {
        ru: (facts) => `Внутри #{} не выражение, поэтому оно останется как есть. ${reasonIn('ru', facts)}`,
        en: (facts) => `There is no expression inside #{}, so it stays as typed. ${reasonIn('en', facts)}`,
      },
      hint: {
        ru: 'Внутри #{} пишут имя переменной, выражение или вызов функции.',
        en: 'Inside #{} write a variable, an expression or a call.',
      },
    },
    'bare-text': {
      says: {
        ru: (facts) => `Это не выражение, поэтому сохранится как текст. ${reasonIn('ru', facts)}`,
        en: (facts) => `This is no expression, so it is stored as text. ${reasonIn('en', facts)}`,
      },
      hint: { ru: 'Если нужен текст, возьмите его в кавычки.', en: 'If text is meant, put it in quotes.' },
    },
    'too-few-arguments': {
      says: {
        ru: ({ function: name, required, given }) => `Функции «${name}» нужно аргументов: ${required}, а дано ${given}.`,
        en: ({ function: name, required, given }) => `“${name}” needs ${required} argument(s), but has ${given}.`,
      },
      hint: { ru: 'Допишите недостающие аргументы.', en: 'Add the missing arguments.' },
    },
    'too-many-arguments': {
      says: {
        ru: ({ function: name, most, given }) =>
          `Функция «${name}» берёт не больше аргументов, чем ${most}, а дано ${given}: лишние не действуют.`,
        en: ({ function: name, most, given }) => `“${name}” takes at most ${most} argument(s), but has ${given}: the rest does nothing.`,
      },
      hint: { ru: 'Удалите лишние аргументы.', en: 'Remove the surplus arguments.' },
    },

    // ----------------------------------------------------------------------------------------------------------- running
    'no-value': {
      says: {
        ru: ({ name, operator }) => (name ? `У «${name}» нет значения для «${operator}».` : `Для «${operator}» не хватает значения.`),
        en: ({ name, operator }) => (name ? `“${name}” has no value for “${operator}”.` : `“${operator}” lacks a value.`),
      },
      hint: {
        ru: 'Проверьте имя или задайте значение раньше; проверить, заполнена ли переменная: x != None.',
        en: 'Check the name, or give it a value before; to test whether it is filled: x != None.',
      },
    },
    'not-a-number': {
      says: {
        ru: ({ value, operator, name }) => `«${value}»${name ? ` в «${name}»` : ''} — не число, «${operator}» с ним не посчитать.`,
        en: ({ value, operator, name }) => `“${value}”${name ? ` in “${name}”` : ''} is no number, so “${operator}” cannot use it.`,
      },
      hint: { ru: 'Дробную часть отделяют точкой: 1.5.', en: 'A fraction is written with a point: 1.5.' },
    },
    'division-by-zero': {
      says: { ru: 'Деление на ноль.', en: 'Division by zero.' },
      hint: { ru: 'Проверьте делитель: if(x == 0, 0, a / x).', en: 'Test the divisor: if(x == 0, 0, a / x).' },
    },
    'no-real-number': { says: { ru: 'Результат — не действительное число.', en: 'The result is no real number.' } },
    'out-of-range': { says: { ru: 'Число слишком большое.', en: 'The number is too large.' } },
    'date-out-of-range': { says: { ru: 'Дата вне годов 1–9999.', en: 'The date is outside the years 1–9999.' } },
    'not-a-container': {
      says: { ru: ({ name }) => `В «${name}» нет массива или словаря.`, en: ({ name }) => `“${name}” holds no array or dict.` },
      hint: {
        ru: ({ name }) => `Сначала создайте: ${name} = [] или ${name} = {}.`,
        en: ({ name }) => `Make one first: ${name} = [] or ${name} = {}.`,
      },
    },
    'no-such-element': {
      says: { ru: ({ name }) => `В «${name}» нет такого элемента.`, en: ({ name }) => `“${name}” has no such element.` },
      hint: { ru: 'Добавить в конец массива: append.', en: 'To add to the end of an array use append.' },
    },
    'name-too-long': {
      says: {
        ru: ({ limit }) => `Имя переменной длиннее ${limit} знаков.`,
        en: ({ limit }) => `The name of the variable is longer than ${limit} characters.`,
      },
    },
    'value-too-long': {
      says: {
        ru: ({ name, limit }) => `Значение «${name}» больше ${limit} знаков и не сохранено.`,
        en: ({ name, limit }) => `The value of “${name}” is longer than ${limit} characters and was not stored.`,
      },
    },
    'too-many-variables': {
      says: {
        ru: ({ name, limit }) => `Переменных уже ${limit}, «${name}» не сохранена.`,
        en: ({ name, limit }) => `There are ${limit} variables already; “${name}” was not stored.`,
      },
      hint: { ru: 'Удалите ненужные или сложите их в словарь.', en: 'Delete what is not needed, or put it in a dict.' },
    },
    'wrong-argument': {
      says: {
        ru: ({ function: name, parameter, value }) => `«${name}»: для «${parameter}» не подходит «${value}».`,
        en: ({ function: name, parameter, value, expected }) =>
          `“${name}”: “${parameter}” must be ${expected ?? 'something else'}, not “${value}”.`,
      },
      hint: { ru: 'Посмотрите справку по функции.', en: 'See the help of the function.' },
    },
    'text-too-long': {
      says: {
        ru: ({ function: name, limit }) => `«${name}» работает с текстом не длиннее ${limit} знаков.`,
        en: ({ function: name, limit }) => `“${name}” takes texts of at most ${limit} characters.`,
      },
    },
    'invalid-pattern': {
      says: {
        ru: ({ pattern, reason }) => `Неверное регулярное выражение «${pattern}»: ${reason}.`,
        en: ({ pattern, reason }) => `Invalid regular expression “${pattern}”: ${reason}.`,
      },
      hint: {
        ru: 'Просмотр вперёд и назад и обратные ссылки не поддерживаются.',
        en: 'Look-ahead, look-behind and back-references are not supported.',
      },
    },
    'no-answer': {
      says: {
        ru: ({ function: name }) => `«${name}» не даёт ответа для таких аргументов.`,
        en: ({ function: name }) => `“${name}” has no answer for these arguments.`,
      },
    },
    'request-failed': {
      says: {
        ru: ({ url }) => `Ответа от ${url ?? ''} нет.`,
        en: ({ url }) => `There was no answer from ${url ?? ''}.`,
      },
      hint: {
        ru: 'Проверьте адрес. Внутренние адреса открывает администратор сервера.',
        en: 'Check the address. Internal addresses are opened by the administrator of the server.',
      },
    },
    'bad-save-line': {
      says: {
        ru: ({ line }) => `«${line}» – не строка сохранения: нужно «путь|к|значению -> переменная;».`,
        en: ({ line }) => `“${line}” does not say what to save: write “path|to|value -> variable;”.`,
      },
    },
    'not-in-answer': {
      says: {
        ru: ({ path }) => `В ответе нет «${path}», переменная не записана.`,
        en: ({ path }) => `The answer has no “${path}”; nothing was saved.`,
      },
    },
    'internal-error': {
      says: { ru: 'Внутренняя ошибка, строка не выполнена.', en: 'An internal error; the line was not carried out.' },
      hint: { ru: 'Сообщите о ней разработчикам.', en: 'Please report it to the developers.' },
    },

    // ----------------------------------------------------------------------------------------------------------- limits
    'limit-steps': limit('больше {} шагов', 'more than {} steps'),
    'limit-nesting': limit('значение вложено глубже {} уровней', 'a value nests deeper than {} levels'),
    'limit-text': limit('текст длиннее {} знаков', 'a text of more than {} characters'),
    'limit-elements': limit('в массиве или словаре больше {} элементов', 'an array or dict of more than {} elements'),
    'limit-time': limit('дольше {} мс', 'longer than {} ms'),
    'limit-effects': limit('больше {} действий', 'more than {} actions'),
    'limit-requests': limit('больше {} запросов', 'more than {} requests'),
    'limit-memory': limit('сохранено больше {} знаков', 'more than {} characters stored'),
    'limit-pattern': limit('слишком долгий поиск по регулярному выражению', 'too much work for a regular expression'),
  } satisfies Record<string, Entry>),
)

function limit(ru: string, en: string): Entry {
  return {
    says: {
      ru: (facts) => `Скрипт остановлен: ${ru.replace('{}', facts['limit'] ?? '')}. Остальные строки не выполнены.`,
      en: (facts) => `The script was stopped: ${en.replace('{}', facts['limit'] ?? '')}. The other lines were not carried out.`,
    },
    hint: { ru: 'Уменьшите объём работы или разбейте её на несколько блоков.', en: 'Do less here, or divide it between several blocks.' },
  }
}

export function sentence(said: Sentence, facts: Facts): string {
  return typeof said === 'string' ? said : said(facts)
}

/** The finding that is the reason of this one. */
function reasonIn(language: Language, { reason = '', ...facts }: Facts): string {
  const entry = catalogue.get(reason)
  return entry ? sentence(entry.says[language], facts) : ''
}
