import type { Language } from '@voronka/calculator'
import type { FunctionDocs } from '@voronka/functions'
import { SquareFunction } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Picker } from './Picker.tsx'
import { SearchList, type SearchItem } from './SearchList.tsx'
import { findFunctions } from './find-functions.ts'
import { FunctionHelp } from './FunctionHelp.tsx'

interface FunctionPickerProps {
  readonly functions: readonly FunctionDocs[]
  readonly language: Language
  /** `|` in the text is where the cursor belongs. */
  readonly onInsert: (text: string) => void
}

interface FunctionItem extends SearchItem {
  readonly fn: FunctionDocs
}

/** The whole library, searched by name and by what it does, with the help of the one at hand. */
export function FunctionPicker({ functions, language, onInsert }: FunctionPickerProps) {
  const { t } = useTranslation('calculator')
  const find = (asked: string): FunctionItem[] =>
    findFunctions(functions, asked, language).map((fn) => ({
      key: fn.name,
      title: <code className="text-[12.5px]">{fn.name}</code>,
      detail: fn.help[language],
      group: asked.trim() ? undefined : t(`categories.${fn.category}`),
      fn,
    }))
  return (
    <Picker label={t('picker.title')} icon={<SquareFunction aria-hidden className="size-4" />}>
      {(close) => (
        <SearchList
          label={t('picker.search')}
          none={t('picker.none')}
          find={find}
          help={({ fn }) => <FunctionHelp fn={fn} language={language} />}
          onChoose={({ fn }) => {
            close()
            onInsert(fn.params.length ? `${fn.name}(|)` : `${fn.name}()`)
          }}
        />
      )}
    </Picker>
  )
}
