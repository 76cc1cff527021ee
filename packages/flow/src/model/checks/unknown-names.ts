import { closestName } from '@voronka/calculator'
import { settingsTexts } from '../texts.ts'
import type { Place } from './check.ts'
import { knownVariables } from './known-variables.ts'
import type { Survey } from './survey.ts'
import { readsIn } from './digest.ts'
import type { Read } from './digest.ts'

export interface UnknownName {
  readonly place: Place
  readonly name: string
  /** A known name that is spelt alike, or empty. */
  readonly suggestion: string
  /** It stands where a name without a value means its own text. */
  readonly lone: boolean
  /** False when some script makes variables whose names are known only while it runs. */
  readonly certain: boolean
}

/** Names that are read somewhere but that nothing ever writes. Two checks ask for one survey, so the answer is kept. */
export function unknownNames(survey: Survey): readonly UnknownName[] {
  const found = remembered.get(survey) ?? find(survey)
  remembered.set(survey, found)
  return found
}

const remembered = new WeakMap<Survey, readonly UnknownName[]>()

/** Spelling is compared with every known name; who has more unknown names than this is not helped by guesses. */
const mostSuggestions = 100

function find(survey: Survey): UnknownName[] {
  const { project, things, signatures } = survey
  const known = knownVariables(survey)
  const suggestions = new Map<string, string>()
  const suggest = (name: string): string => {
    const made = suggestions.get(name)
    if (made !== undefined || suggestions.size >= mostSuggestions) return made ?? ''
    const suggestion = closestName(name, known.names) ?? ''
    suggestions.set(name, suggestion)
    return suggestion
  }
  const unknown = (reads: readonly Read[]): UnknownName[] =>
    reads
      .filter(({ name }) => !known.has(name))
      .map(({ name, place, lone }) => ({ place, name, lone, suggestion: suggest(name), certain: known.complete }))
  return [
    ...things.flatMap(({ digest }) => unknown(digest.reads)),
    ...settingsTexts(project).flatMap(({ field, source }) => unknown(readsIn(source, 'template', signatures, { field }))),
  ]
}
