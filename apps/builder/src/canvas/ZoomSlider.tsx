import { useTranslation } from 'react-i18next'
import { useCanvas } from './canvas-view.ts'

/** Zoom in steps that feel equal: the slider moves along powers of two. */
export function ZoomSlider() {
  const { t } = useTranslation('canvas')
  const zoom = useCanvas((state) => state.viewport.zoom)
  const view = useCanvas((state) => state.view)
  const percent = `${Math.round(zoom * 100)} %`
  return (
    <label className="flex items-center gap-2">
      <span className="sr-only">{t('zoom.label')}</span>
      <input
        type="range"
        min={-4}
        max={1}
        step={0.05}
        value={Math.log2(zoom)}
        aria-valuetext={percent}
        className="hidden w-24 accent-accent lg:block"
        onChange={({ target }) => view?.zoomTo(2 ** Number(target.value))}
      />
      <output className="w-11 text-center text-xs text-muted tabular-nums">{percent}</output>
    </label>
  )
}
