import {
  asArray,
  asDict,
  classify,
  isNone,
  parseDate,
  parseTime,
  ScriptError,
  toNumber,
  toText,
  truth,
  type Value,
} from '@voronka/calculator'
import { kinds, type Kind, type Kinds, type Param } from './param.ts'

/** Undefined is an argument that was not written at all. */
export type ReadArgument = (value: Value | undefined) => unknown

/** How the arguments of one parameter are converted: decided once, when the function is defined (calculator-language, section 10). */
export function argumentReader(functionName: string, param: Param): ReadArgument {
  const read: (value: Value) => unknown = readers[param.type]
  const { name, type, optional = false, variadic = false, keepsBlank = false, shown, default: preset } = param

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
  if (!optional || variadic) return (value) => readGiven(value ?? null)
  if (keepsBlank) return (value) => (value === undefined ? preset : readGiven(value))
  return (value) => (value === undefined || value === '' || isNone(value) ? preset : readGiven(value))
}

const longestShown = 60

/** Undefined: the value is nothing of the kind. */
const readers: { readonly [K in Kind]: (value: Value) => Kinds[K] | undefined } = {
  any: (value) => value,
  text: toText,
  number: toNumber,
  exact: readExact,
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

function readExact(value: Value): number | bigint | undefined {
  if (typeof value === 'number') return value
  const { kind, value: meant } = classify(value)
  return kind === 'number' ? meant : toNumber(value)
}
