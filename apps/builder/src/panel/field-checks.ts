/** What is wrong with a field of the panel, as a key of its catalogue; undefined when nothing is. What holds `#{...}` is known only when it runs. */
import { isName, isReservedName, parseDate, parseTime } from '@voronka/calculator'
import { isDynamic } from '@voronka/flow'
import { ownFile, safeHref } from '@voronka/api/formatted-text'

/** Where an answer is stored: one word, case-sensitive (builder-and-runtime, section 6; calculator-language, section 4). */
export function variableFault(name: string): 'variableEmpty' | 'variableBad' | 'variableReserved' | undefined {
  const text = name.trim()
  if (!text) return 'variableEmpty'
  if (isDynamic(text)) return undefined
  const [, plain = text] = /^(?:client|клиент|project|проект)\.(.*)$/.exec(text) ?? []
  if (!isName(plain)) return 'variableBad'
  return isReservedName(plain) ? 'variableReserved' : undefined
}

export function timeFault(time: string): 'timeBad' | undefined {
  const text = time.trim()
  return !text || isDynamic(text) || (parseTime(text) && /^\d{1,2}:\d{2}$/.test(text)) ? undefined : 'timeBad'
}

export function dateFault(date: string): 'dateBad' | undefined {
  const text = date.trim()
  return !text || isDynamic(text) || parseDate(text) ? undefined : 'dateBad'
}

/** A number that is not negative, or a text that gives one when it runs. Undefined: neither. */
export function readDelay(text: string): number | string | undefined {
  const written = text.trim()
  if (isDynamic(written)) return written
  const number = Number(written.replace(',', '.'))
  return written !== '' && Number.isFinite(number) && number >= 0 ? number : undefined
}

export function addressFault(address: string): 'bad' | undefined {
  const text = address.trim()
  return !text || isDynamic(text) || ownFile(text) || safeHref(text) ? undefined : 'bad'
}
