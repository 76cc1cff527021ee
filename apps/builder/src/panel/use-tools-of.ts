import type { Language } from '@voronka/calculator'
import { blockTitle, explainProblem, type Problem } from '@voronka/flow'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { knownNames, type KnownBlock, type KnownName } from '../calculator-editor/index.ts'
import { useEditor, useEditorActions, useProblemsOf, type EditorActions, type EditorState } from '../editor/index.ts'
import type { FieldProblem, PanelTools } from './panel-tools.ts'

/** What the fields of one element share. The lists keep their identity while nothing in them changed: editors compare them so. */
export function useToolsOf(element: { readonly block: number } | { readonly arrow: number }): PanelTools {
  const language = useLanguage()
  const { t } = useTranslation('panel')
  const names = useEditor(selectNames)
  const blocks = useEditor(language === 'ru' ? selectBlocks.ru : selectBlocks.en)
  const found = useProblemsOf(element)
  const actions = useEditorActions()
  const variables = useMemo(
    () =>
      names.map(({ name, scope, blocks: writers }): KnownName => ({
        name,
        scope,
        about: writers.length ? t('writtenIn', { list: writers.slice(0, 5).join(', '), count: writers.length }) : undefined,
      })),
    [names, t],
  )
  const problems = useMemo(() => byField(found, language, actions), [found, language, actions])
  return useMemo(() => ({ language, variables, blocks, problems }), [language, variables, blocks, problems])
}

const selectNames = keeping((state: EditorState) => knownNames(state.project))

const blocksIn = (language: Language) =>
  keeping(({ project }: EditorState): KnownBlock[] =>
    project.blocks.filter(({ type }) => type !== 'comment').map((block) => ({ number: block.number, title: blockTitle(block, language) })),
  )
const selectBlocks = { ru: blocksIn('ru'), en: blocksIn('en') }

/** The list of before, as long as the new one says the same. */
function keeping<T>(select: (state: EditorState) => readonly T[]): (state: EditorState) => readonly T[] {
  let seen: EditorState['project'] | undefined
  let kept: readonly T[] = []
  let text = ''
  return (state) => {
    if (state.project === seen) return kept
    seen = state.project
    const list = select(state)
    const listText = JSON.stringify(list)
    if (listText !== text) {
      kept = list
      text = listText
    }
    return kept
  }
}

function byField(found: readonly Problem[], language: Language, actions: EditorActions): ReadonlyMap<string, readonly FieldProblem[]> {
  const fields = new Map<string, FieldProblem[]>()
  for (const problem of found) {
    const field = problem.place.field ?? ''
    const list = fields.get(field) ?? []
    list.push(inWords(problem, language, actions))
    fields.set(field, list)
  }
  return fields
}

function inWords(problem: Problem, language: Language, actions: EditorActions): FieldProblem {
  const { place, fix, severity, code } = problem
  const { message, why, fixTitle } = explainProblem(problem, language)
  return {
    key: `${code} ${JSON.stringify(place)}`,
    severity,
    text: message,
    hint: why || undefined,
    index: place.index,
    from: place.from,
    to: place.to,
    fix: fix && fixTitle ? { title: fixTitle, run: () => void actions.edit(fix, { label: fixTitle }) } : undefined,
  }
}
