import { classify, toText, type Value } from '@voronka/calculator'

/**
 * How `append`, `insert` and `set` put a value into a container: as text by default; as JSON when asked for, where text that holds a number,
 * a boolean, an array or a dict becomes that.
 */
export function asElement(value: Value, asJson: boolean): Value {
  if (!asJson) return toText(value)
  const classified = classify(value)
  switch (classified.kind) {
    case 'text':
    case 'date':
    case 'time':
    case 'datetime':
      return value
    default:
      return classified.value
  }
}
