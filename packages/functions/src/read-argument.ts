import { asArray, asDict, isNone, parseDate, parseTime, ScriptError, toNumber, toText, truth, type Value } from '@voronka/calculator'
import { exactNumber } from './shared/exact-number.ts'
import { kinds, type Kind, type Kinds, type Param } from './param.ts'

/** Undefined is an argument that was not written at all. */
export type ReadArgument = (value: Value | undefined) => unknown

/** An argument that is there but empty: an optional one of these counts as skipped. */
export const isEmpty = (value: Value): boolean => value === '' || isNone(value)

/** How the arguments of one parameter are converted: decided once, when the function is defined (calculator-language, section 10). */
export function argumentReader(functionName: string, param: Param, isSkipped: (value: Value) => boolean = isEmpty): ReadArgument {
  const { name, type, optional = false, variadic = false, keepsBlank = false, shown, default: preset } = param

  const read: (value: Value) => unknown = readers[type]
  const readGiven = (value: Value): unknown => {
    const converted = read(value)
    if (converted !== undefined) return converted
    throw new ScriptError('wrong-argument', {
      function: functionName,
      parameter: name,
      expected: shown?.type ?? kinds[type].shown,
      value: toText(value).slice(0, longestShown),
    })
  }
  const readAny = (value: Value | undefined): unknown => {
    if (!optional || variadic) return readGiven(value ?? null)
    if (value === undefined) return preset
    return !keepsBlank && isSkipped(value) ? preset : readGiven(value)
  }
  return quickly(type, readAny)
}

/** Numbers for numbers are what functions get most; they go the shortest way. */
function quickly(type: Kind, readAny: ReadArgument): ReadArgument {
  if (type === 'number' || type === 'exact') return (value) => (typeof value === 'number' ? value : readAny(value))
  if (type === 'integer') return (value) => (Number.isInteger(value) ? value : readAny(value))
  return readAny
}

const longestShown = 60

/** Undefined: the value is nothing of the kind. */
const readers: { readonly [K in Kind]: (value: Value) => Kinds[K] | undefined } = {
  any: (value) => value,
  text: toText,
  number: toNumber,
  exact: exactNumber,
  integer(value) {
    const number = toNumber(value)
    return number === undefined ? undefined : Math.trunc(number)
  },
  id(value) {
    const number = toNumber(value)
    return number !== undefined && Number.isSafeInteger(number) && number > 0 ? number : undefined
  },
  boolean: truth,
  array: asArray,
  dict: asDict,
  container: (value) => asArray(value) ?? asDict(value),
  date: (value) => (typeof value === 'string' ? parseDate(value) : undefined),
  time: (value) => (typeof value === 'string' ? parseTime(value) : undefined),
  key: toText,
}
