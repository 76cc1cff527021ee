import type { Language } from '@voronka/calculator'
import type { FunctionDocs } from '@voronka/functions'

/** Functions that a search finds, the best first: by name, by the beginning of a word of the name, by what help says. Nothing asked: all, in order. */
export function findFunctions(functions: readonly FunctionDocs[], asked: string, language: Language): readonly FunctionDocs[] {
  const words = asked.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (!words.length) return functions
  return functions
    .map((fn) => ({ fn, rank: rankOf(fn, words, language) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ fn }) => fn)
}

/** 0: not found. Every word must be found somewhere. */
function rankOf(fn: FunctionDocs, words: readonly string[], language: Language): number {
  const names = [fn.name, ...fn.aliases].map((name) => name.toLowerCase())
  const help = [fn.help[language], ...fn.params.map(({ about }) => about[language])].join(' ').toLowerCase()
  const ranks = words.map((word) => {
    if (names.includes(word)) return 8
    if (names.some((name) => name.startsWith(word))) return 4
    if (names.some((name) => name.includes(word))) return 2
    return help.includes(word) ? 1 : 0
  })
  return ranks.includes(0) ? 0 : ranks.reduce<number>((sum, rank) => sum + rank, 0)
}
