import { builtinNames } from '@voronka/calculator'
import { Braces } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Picker, SearchList, type SearchItem } from '../calculator-editor/index.ts'
import { usePanelTools } from './panel-tools.ts'

interface VariablePickerProps {
  readonly onInsert: (text: string) => void
  /** In a script a plain name is enough; in a text it needs its `#{}`. */
  readonly plain?: boolean
}

/** Inserts a variable: every one of the project, and the built-in ones with what they mean. */
export function VariablePicker({ onInsert, plain = false }: VariablePickerProps) {
  const { t } = useTranslation(['panel', 'calculator'])
  const { language, variables } = usePanelTools()
  const all: SearchItem[] = [
    ...variables.map(({ name, scope, about }) => ({
      key: `${scope}.${name}`,
      title: name,
      detail: about ?? t(`calculator:scopes.${scope}`),
      group: t('calculator:sections.variables'),
    })),
    ...builtinNames.map((known) => ({
      key: `builtin.${known.name}`,
      title: known.name,
      detail: known[language],
      group: t('calculator:sections.builtin'),
    })),
  ]
  const find = (asked: string) => {
    const text = asked.trim().toLowerCase()
    return all.filter(({ title, detail = '' }) => `${String(title)} ${detail}`.toLowerCase().includes(text))
  }
  return (
    <Picker label={t('panel:message.insert')} icon={<Braces aria-hidden className="size-4" />}>
      {(close) => (
        <SearchList
          label={t('panel:message.insertSearch')}
          none={t('panel:message.insertNone')}
          find={find}
          onChoose={({ title }) => {
            close()
            onInsert(plain ? String(title) : `#{${String(title)}}`)
          }}
        />
      )}
    </Picker>
  )
}
