import { Command } from 'cmdk'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../app/project-context.tsx'
import { openTo } from '../app/rights.ts'
import { showPalette } from '../app/workspace.ts'
import { PaletteFrame } from './PaletteFrame.tsx'
import { sources } from './sources.ts'

/** Everything by its name, on every screen of a project (Ctrl+K). */
export function Palette() {
  const { t } = useTranslation('app')
  const rights = useRights()
  const [query, setQuery] = useState('')
  const choose = (run: () => void) => () => {
    showPalette(false)
    // After the palette has given the focus back.
    setTimeout(run)
  }
  return (
    <PaletteFrame
      label={t('searchEverything')}
      query={query}
      onQuery={setQuery}
      placeholder={t('palette.placeholder')}
      onClose={() => showPalette(false)}
    >
      <Command.Empty className="px-3 py-6 text-center text-sm text-faint">{t('palette.none')}</Command.Empty>
      {openTo(sources, rights).map(({ name, Lines }) => (
        <Suspense key={name}>
          <Lines query={query} choose={choose} />
        </Suspense>
      ))}
    </PaletteFrame>
  )
}
