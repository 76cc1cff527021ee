import { ArrowDownToLine, ArrowRightFromLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEditorActions } from '../editor/index.ts'
import type { BlockData, Plate } from './derive-nodes.ts'

/** Where arrows go to, or come from, another sheet: each end names its partner and leads there. */
export function Plates({ data: { leaving, arriving } }: { data: BlockData }) {
  return (
    <>
      {arriving.length > 0 && (
        <div className="absolute bottom-full left-0 flex flex-col items-start gap-1 pb-2">
          {arriving.map((plate) => (
            <PlateButton key={plate.arrow} plate={plate} comes />
          ))}
        </div>
      )}
      {leaving.length > 0 && (
        <div className="absolute top-full left-0 flex flex-col items-start gap-1 pt-3">
          {leaving.map((plate) => (
            <PlateButton key={plate.arrow} plate={plate} />
          ))}
        </div>
      )}
    </>
  )
}

function PlateButton({ plate, comes = false }: { plate: Plate; comes?: boolean }) {
  const { t } = useTranslation('canvas')
  const { reveal, select } = useEditorActions()
  const Icon = comes ? ArrowDownToLine : ArrowRightFromLine
  const { partner: number, title, sheet, arrow } = plate
  return (
    <span className="nodrag nopan flex max-w-65 items-center rounded-full border border-line bg-raised text-2xs whitespace-nowrap text-muted">
      <button
        type="button"
        tabIndex={-1}
        className="flex min-w-0 items-center gap-1 rounded-full py-0.5 pr-2 pl-1.5 hover:text-accent"
        aria-label={t(comes ? 'plate.from' : 'plate.to', { number, title, sheet })}
        onClick={(event) => {
          event.stopPropagation()
          if (event.altKey) select({ arrows: [arrow] })
          else reveal({ blocks: [number] })
        }}
        onContextMenu={(event) => {
          event.preventDefault()
          event.stopPropagation()
          select({ arrows: [arrow] })
        }}
      >
        <Icon size={12} aria-hidden className="shrink-0" />
        <b>{number}</b>
        <span className="truncate">{title}</span>
        <span className="shrink-0 text-faint">· {sheet}</span>
      </button>
    </span>
  )
}
