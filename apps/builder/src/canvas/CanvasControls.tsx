import { blockTypes, blockTypeWords, describeEdits } from '@voronka/flow'
import { Map as MapIcon, Maximize, Minus, Plus, Redo2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recall, remember } from '../app/device-memory.ts'
import { useEditor } from '../editor/index.ts'
import type { Step } from '../editor/index.ts'
import { Button, IconButton, Menu } from '../ui/index.ts'
import { blockLooks } from './block-looks.ts'
import { useCanvas } from './canvas-view.ts'
import { createBlock } from './commands.ts'
import type { CommandContext } from './commands.ts'
import { Minimap } from './Minimap.tsx'
import { ZoomSlider } from './ZoomSlider.tsx'

const mapKey = 'voronka.map'

/** What floats over the canvas: adding at the top left; zoom, map, undo and redo at the bottom left. */
export function CanvasControls({ context }: { context: CommandContext }) {
  const { t } = useTranslation('canvas')
  const [map, setMap] = useState(() => recall(mapKey) !== 'hidden')
  const view = useCanvas((state) => state.view)
  const toggleMap = () => {
    remember(mapKey, map ? 'hidden' : 'shown')
    setMap(!map)
  }
  return (
    <>
      <div className="absolute top-3 left-3">
        <AddMenu context={context} />
      </div>
      <div className="pointer-events-none absolute bottom-3 left-3 flex flex-col items-start gap-2">
        {map && (
          <div className="hidden @xl:contents">
            <Minimap />
          </div>
        )}
        <div
          role="toolbar"
          aria-label={t('zoom.label')}
          className="pointer-events-auto flex items-center rounded-md bg-raised p-0.5 shadow-float"
        >
          <HistoryButtons context={context} />
          <span className="mx-1 h-5 w-px bg-line" />
          <IconButton side="top" label={t('zoom.out')} keys="−" icon={<Minus size={16} />} onClick={() => view?.zoomBy(0.8)} />
          <div className="hidden @xl:contents">
            <ZoomSlider />
          </div>
          <IconButton side="top" label={t('zoom.in')} keys="+" icon={<Plus size={16} />} onClick={() => view?.zoomBy(1.25)} />
          <IconButton side="top" label={t('zoom.fit')} keys="Shift+1" icon={<Maximize size={15} />} onClick={() => view?.fit()} />
          <IconButton
            side="top"
            label={t(map ? 'zoom.hideMap' : 'zoom.showMap')}
            pressed={map}
            icon={<MapIcon size={15} />}
            onClick={toggleMap}
          />
        </div>
      </div>
    </>
  )
}

function AddMenu({ context }: { context: CommandContext }) {
  const { t } = useTranslation('canvas')
  if (useEditor((state) => state.readOnly)) return null
  return (
    <Menu
      items={blockTypes.map((type) => {
        const { icon: Icon } = blockLooks[type]
        return {
          label: blockTypeWords[type][context.language],
          icon: <Icon size={14} />,
          onSelect: () => createBlock(context, undefined, type),
        }
      })}
      trigger={
        <Button icon={<Plus size={14} aria-hidden />} className="shadow-float" aria-label={t('add.label')} title={t('add.hint')}>
          {t('add.button')}
        </Button>
      }
    />
  )
}

/** Their tooltips name the step. */
function HistoryButtons({ context: { actions, language } }: { context: CommandContext }) {
  const { t } = useTranslation('canvas')
  const past = useEditor(({ history }) => history.past.at(-1))
  const future = useEditor(({ history }) => history.future.at(-1))
  const nameOf = ({ label, forward }: Step) => label ?? describeEdits(forward, language)
  return (
    <>
      <IconButton
        side="top"
        label={t('command.undo')}
        hint={past ? t('history.undo', { step: nameOf(past) }) : t('history.nothingToUndo')}
        keys="Ctrl+Z"
        disabled={!past}
        icon={<Undo2 size={16} />}
        onClick={actions.undo}
      />
      <IconButton
        side="top"
        label={t('command.redo')}
        hint={future ? t('history.redo', { step: nameOf(future) }) : t('history.nothingToRedo')}
        keys="Ctrl+Y"
        disabled={!future}
        icon={<Redo2 size={16} />}
        onClick={actions.redo}
      />
    </>
  )
}
