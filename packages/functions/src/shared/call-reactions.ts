import { asArray, asDict, isNone, toText, type Dict, type Value } from '@voronka/calculator'
import { normalPhone } from './normal-phone.ts'

/** What a pressed digit does (telephony, section 4); its place in the list is the digit. Several at once are possible, and none. */
export interface CallReaction {
  /** Number of the record to play. */
  readonly record?: string
  readonly managerPhone?: string
  readonly smsText?: string
  /** The number is not called any more. */
  readonly needBlock?: true
}

const mostDigits = 10

/** Undefined: it is no list of up to ten dictionaries, or one of them says something that nobody knows. */
export function readReactions(payload: Value): readonly CallReaction[] | undefined {
  const list = asArray(payload)
  if (!list || list.length > mostDigits) return undefined
  const read = list.map((each) => readReaction(asDict(each)))
  return read.every((each) => each !== undefined) ? read : undefined
}

function readReaction(dict: Dict | undefined): CallReaction | undefined {
  if (!dict) return undefined
  const reaction: { -readonly [Key in keyof CallReaction]: CallReaction[Key] } = {}
  for (const [key, value] of dict) {
    const text = isNone(value) ? '' : toText(value).trim()
    if (key === 'record') {
      if (!isRecord(text)) return undefined
      reaction.record = text
    } else if (key === 'managerPhone') {
      const phone = normalPhone(text)
      if (phone === undefined) return undefined
      reaction.managerPhone = phone
    } else if (key === 'smsText') {
      if (text === '') return undefined
      reaction.smsText = text
    } else if (key === 'needBlock') {
      if (/^(1|true)$/i.test(text)) reaction.needBlock = true
      else if (!/^(0|false|)$/i.test(text)) return undefined
    } else return undefined
  }
  return reaction
}

/** Numbers of records are whole. */
export const isRecord = (text: string): boolean => /^[1-9][0-9]{0,15}$/.test(text)
