import { Link } from '@tanstack/react-router'
import { Plus, Workflow } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEditor } from '../editor/index.ts'
import { Button, EmptyState } from '../ui/index.ts'
import { createBlock } from './commands.ts'
import type { CommandContext } from './commands.ts'

/** What a new funnel says of itself. */
export function EmptyFunnel({ context }: { context: CommandContext }) {
  const { t } = useTranslation('canvas')
  const readOnly = useEditor((state) => state.readOnly)
  return (
    <div className="pointer-events-none absolute inset-0 flex items-center justify-center">
      <div className="pointer-events-auto">
        <EmptyState icon={<Workflow size={40} strokeWidth={1.2} />} title={t('empty.title')} about={t('empty.about')}>
          <Button disabled={readOnly} look="primary" icon={<Plus size={14} aria-hidden />} onClick={() => createBlock(context)}>
            {t('empty.start')}
          </Button>
          <Link to="/" className="inline-flex h-8 items-center rounded-md border border-line bg-surface px-3 text-sm hover:bg-hover">
            {t('empty.example')}
          </Link>
        </EmptyState>
      </div>
    </div>
  )
}
