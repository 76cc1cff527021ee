import clsx from 'clsx'
import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/index.ts'

interface FiltersBarProps {
  /** What is always in sight: the search, the state. */
  readonly first: ReactNode
  /** The rest; on a telephone it is folded away. */
  readonly children: ReactNode
  /** Something of the rest is set. */
  readonly more: boolean
  /** Takes every condition away; undefined: there is none. */
  readonly onReset: (() => void) | undefined
  /** Behind all of them. */
  readonly aside?: ReactNode
}

/** Which records a list shows. */
export function FiltersBar({ first, children, more, onReset, aside }: FiltersBarProps) {
  const { t } = useTranslation('app')
  const [unfolded, setUnfolded] = useState(false)
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line bg-surface px-3 py-2">
      {first}
      <Button
        className={clsx('sm:hidden', more && 'border-accent text-accent')}
        aria-expanded={unfolded}
        icon={<SlidersHorizontal size={14} aria-hidden />}
        onClick={() => setUnfolded(!unfolded)}
      >
        {t(more ? 'list.filterOn' : 'list.filter')}
      </Button>
      <div className={clsx(unfolded ? 'grid' : 'hidden sm:flex', 'w-full grid-cols-2 items-center gap-2 sm:w-auto sm:flex-wrap')}>
        {children}
      </div>
      {onReset && (
        <Button look="quiet" onClick={onReset}>
          {t('list.reset')}
        </Button>
      )}
      {aside}
    </div>
  )
}
