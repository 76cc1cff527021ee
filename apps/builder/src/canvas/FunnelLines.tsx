import { useQuery } from '@tanstack/react-query'
import { useMatch, useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { Layers } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { editorQuery } from '../app/editor-query.ts'
import { useLanguage } from '../app/language.ts'
import { useProject } from '../app/project-context.tsx'
import type { Editor } from '../editor/index.ts'
import { holds } from '../palette/holds.ts'
import type { LinesProps } from '../palette/index.ts'
import { Kbd } from '../ui/index.ts'
import { BlockLine } from './BlockLine.tsx'
import { commands, isEnabled } from './commands.ts'
import { findBlocks } from './find-blocks.ts'
import { useMakeCommandContext } from './use-commands.ts'

const mostBlocks = 30

/** Blocks, sheets and, while the funnel is on the screen, its commands. Elsewhere the funnel is only loaded when something is searched for. */
export function FunnelLines(props: LinesProps) {
  const { id: projectId } = useProject()
  const here = useMatch({ from: '/p/$projectId/_editor/', shouldThrow: false }) !== undefined
  const { data } = useQuery({ ...editorQuery(projectId), enabled: here || props.query.trim() !== '' })
  return data ? <Lines {...props} editor={data.editor} here={here} /> : null
}

function Lines({ query, choose, editor, here }: LinesProps & { editor: Editor; here: boolean }) {
  const { t } = useTranslation('canvas')
  const language = useLanguage()
  const navigate = useNavigate()
  const { id: projectId } = useProject()
  const context = useMakeCommandContext(editor, projectId)
  const project = useStore(editor.store, (state) => state.project)
  // Not deferred: the list marks its first line when the query changes, and Enter must find the lines of what was just typed.
  const blocks = useMemo(() => findBlocks(project, query, language).slice(0, query.trim() ? mostBlocks : 6), [project, query, language])
  const offered = here
    ? commands.filter((command) => !command.unlisted && isEnabled(command, context) && holds(t(`command.${command.id}`), query))
    : []
  const sheets = here && project.sheets.length > 1 ? project.sheets.filter(({ name }) => holds(name, query)) : []
  const show = (block: number) =>
    here ? editor.actions.reveal({ blocks: [block] }) : void navigate({ to: '/p/$projectId', params: { projectId }, search: { block } })
  return (
    <>
      {blocks.length > 0 && (
        <Command.Group heading={t('group.blocks')}>
          {blocks.map(({ block, context: around }) => (
            <Command.Item key={block.number} value={`block ${block.number}`} onSelect={choose(() => show(block.number))}>
              <BlockLine block={block} />
              {around && <span className="ml-auto max-w-1/2 truncate text-xs text-faint">{around}</span>}
            </Command.Item>
          ))}
        </Command.Group>
      )}
      {offered.length > 0 && (
        <Command.Group heading={t('group.actions')}>
          {offered.map((command) => (
            <Command.Item key={command.id} value={`command ${command.id}`} onSelect={choose(() => command.run(context))}>
              <span className="flex-1 truncate">{t(`command.${command.id}`)}</span>
              {command.keys?.[0] && <Kbd keys={command.keys[0].label} />}
            </Command.Item>
          ))}
        </Command.Group>
      )}
      {sheets.length > 0 && (
        <Command.Group heading={t('group.sheets')}>
          {sheets.map(({ id, name }) => (
            <Command.Item key={id} value={`sheet ${id}`} onSelect={choose(() => editor.actions.showSheet(id))}>
              <Layers size={14} aria-hidden className="text-faint" />
              {name}
            </Command.Item>
          ))}
        </Command.Group>
      )}
    </>
  )
}
