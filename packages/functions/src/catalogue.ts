import { allFunctions } from './all-functions.ts'
import type { FunctionDefinition } from './define-function.ts'
import type { Category, Example } from './function-docs.ts'
import type { Words } from './words.ts'

export interface CatalogueEntry {
  readonly name: string
  readonly aliases: readonly string[]
  readonly category: Category
  /** What it does to the world: nothing, it looks, it changes something, it asks a server of somebody else (reliability-promises, section 17). */
  readonly effect: 'none' | 'reads' | 'changes' | 'asks'
  readonly params: readonly CatalogueParam[]
  readonly returns: string
  /** What the function does, and what comes out when it cannot. */
  readonly help: Words
  readonly examples: readonly Example[]
}

export interface CatalogueParam {
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly default: string | number | boolean | null
  /** The last parameter only: it may be repeated. */
  readonly variadic?: true
  readonly about: Words
}

/** The library as plain JSON: what `voronka functions --json` prints and the function reference is drawn from. */
export function catalogue(): CatalogueEntry[] {
  return allFunctions.map((definition) => {
    const { name, aliases, category, params, returns, help, onError, examples } = definition
    return {
      name,
      aliases,
      category,
      effect: effectOf(definition),
      params: params.map(({ name: paramName, shownType, optional = false, shownDefault, variadic = false, about }) => ({
        name: paramName,
        type: shownType,
        required: !optional,
        default: shownDefault,
        ...(variadic && { variadic }),
        about,
      })),
      returns,
      help: onError ? { ru: `${help.ru} ${onError.ru}`, en: `${help.en} ${onError.en}` } : help,
      examples,
    }
  })
}

function effectOf(definition: FunctionDefinition): CatalogueEntry['effect'] {
  if (definition.kind === 'pure') return 'none'
  if (definition.asksOutside) return 'asks'
  return definition.readsOnly ? 'reads' : 'changes'
}
