import type { Language } from '@voronka/calculator'
import type { FunctionDocs } from '@voronka/functions'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import './code-editor.css'
import { functionHelp } from './function-help.ts'

/** The same help as in the editor's own hover and completion. */
export function FunctionHelp({ fn, language }: { readonly fn: FunctionDocs; readonly language: Language }) {
  const { t } = useTranslation('calculator')
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.replaceChildren(functionHelp(fn, { language, say: t })), [fn, language, t])
  return <div ref={place} />
}
