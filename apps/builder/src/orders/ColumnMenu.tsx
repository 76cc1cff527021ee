import { changeState } from '@voronka/api'
import type { Pipeline } from '@voronka/api'
import { useQueryClient } from '@tanstack/react-query'
import { Copy, Ellipsis, EyeOff, Settings2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { IconButton, Menu, toast } from '../ui/index.ts'
import { usePipelineSetup } from './pipeline-setup.ts'
import { pipelinesQuery } from './orders.queries.ts'

/** What belongs to one column: its number for scripts, its settings, folding it away. */
export function ColumnMenu({ pipeline, state: id }: { readonly pipeline: Pipeline; readonly state: number }) {
  const { t } = useTranslation('orders')
  const { t: say } = useTranslation('app')
  const { id: projectId, rights } = useProject()
  const queries = useQueryClient()
  const setup = usePipelineSetup()
  const state = pipeline.states.find((each) => each.id === id)
  if (!state) return null
  const canSetUp = rights.may('settings', 'edit')
  const setHidden = async (hidden: boolean) => {
    try {
      await call(changeState, { projectId, stateId: id, hidden })
      if (hidden)
        toast(t('column.hidden', { name: state.name }), { action: { label: say('ui.undo'), onClick: () => void setHidden(false) } })
    } catch {
      toast.error(t('setup.failed'))
    }
    await queries.invalidateQueries({ queryKey: pipelinesQuery(projectId).queryKey })
  }
  return (
    <Menu
      align="end"
      trigger={<IconButton small label={t('column.menu', { name: state.name })} icon={<Ellipsis size={16} />} />}
      items={[
        {
          label: t('column.copyId', { id }),
          icon: <Copy size={14} />,
          onSelect: () => void navigator.clipboard.writeText(String(id)).then(() => toast(say('ui.copied'))),
        },
        ...(canSetUp
          ? [
              {
                label: t('column.settings'),
                icon: <Settings2 size={14} />,
                onSelect: () => setup.open({ pipeline: pipeline.id, state: id }),
              },
              {
                label: state.hidden ? t('column.show') : t('column.hide'),
                icon: <EyeOff size={14} />,
                onSelect: () => void setHidden(!state.hidden),
              },
            ]
          : []),
      ]}
    />
  )
}
