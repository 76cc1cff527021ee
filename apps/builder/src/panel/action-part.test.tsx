// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { fixedPermissions } from '@voronka/api'
import { actionSchema, blankBlock, type Action } from '@voronka/flow'
import i18next from 'i18next'
import { useState } from 'react'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { ProjectProvider } from '../app/project-context.tsx'
import { rightsOf } from '../app/rights.ts'
import { labelsQuery, listsQuery, pipelinesQuery } from '../crm/index.ts'
import { catalogue } from '../locales/catalogue.ts'
import { TooltipProvider } from '../ui/index.ts'
import { ActionPart } from './ActionPart.tsx'
import { PanelToolsContext, type FieldProblem } from './panel-tools.ts'

beforeAll(() => i18next.use(initReactI18next).init({ resources: catalogue, lng: 'en', interpolation: { escapeValue: false } }))
beforeEach(() => localStorage.clear())
afterEach(cleanup)

const permissions = fixedPermissions.owner
const project = { id: 1, name: 'Shop', role: 'owner', permissions, rights: rightsOf(permissions) }

function known(): QueryClient {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  const list = { number: 5, name: 'Buyers', folder: '', color: 0, members: 0, createdAt: '' }
  queries.setQueryData(listsQuery(1).queryKey, [list])
  queries.setQueryData(labelsQuery(1).queryKey, [{ number: 2, name: 'hot', color: 0, clients: 0 }])
  const state = { id: 7, name: 'New', color: 'blue' as const, hidden: false, forbidden: [] }
  queries.setQueryData(pipelinesQuery(1).queryKey, [
    { id: 3, name: 'Sales', currency: '', card: { fields: [], variables: [] }, states: [state] },
  ])
  return queries
}

function Tab({ actions, onActions }: { readonly actions: readonly Action[]; onActions(actions: readonly Action[]): void }) {
  const [block, setBlock] = useState(blankBlock(1, { actions: [...actions] }))
  return (
    <ActionPart
      block={block}
      onChange={(fields) => {
        setBlock({ ...block, ...fields })
        onActions(fields.actions)
      }}
    />
  )
}

/** The tab of one block; gives what its actions are at the moment. */
function show(actions: readonly Action[], problems: readonly FieldProblem[] = []): () => readonly Action[] {
  const seen = [actions]
  render(
    <QueryClientProvider client={known()}>
      <ProjectProvider project={project}>
        <TooltipProvider>
          <PanelToolsContext value={{ language: 'en', variables: [], blocks: [], problems: new Map([['actions', problems]]) }}>
            <Tab actions={actions} onActions={(changed) => seen.push(changed)} />
          </PanelToolsContext>
        </TooltipProvider>
      </ProjectProvider>
    </QueryClientProvider>,
  )
  fireEvent.click(screen.getByRole('button', { name: /Actions/ }))
  return () => seen.at(-1) ?? []
}

const choose = (name: string, value: string) => fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const add = (name: string) => {
  fireEvent.keyDown(screen.getByRole('button', { name: 'Add an action' }), { key: 'Enter' })
  fireEvent.click(screen.getByRole('menuitem', { name }))
}
const list = actionSchema.parse({ type: 'add-to-list', list: 5 })
const label = actionSchema.parse({ type: 'add-label', label: 'hot' })

it('adds actions of each kind and picks their targets among those of the project', () => {
  const actions = show([])
  add('Add to a list')
  choose('List for action 1', '5')
  add('Move along the CRM pipeline')
  expect(screen.getByRole('option', { name: 'Sales: New' })).toBeTruthy()
  choose('State for action 2', '7')
  add('Remove a label')
  choose('Label for action 3', 'hot')
  expect(actions()).toEqual([
    { type: 'add-to-list', list: 5, off: false },
    { type: 'move-to-state', state: 7, off: false },
    { type: 'remove-label', label: 'hot', off: false },
  ])
})

it('does not offer Python, but keeps what an import brought', () => {
  const actions = show([actionSchema.parse({ type: 'python', code: 'result = {}' })])
  expect(screen.getByRole('textbox', { name: 'Code of action 1' })).toBeTruthy()
  add('Add a label')
  expect(actions()[0]).toMatchObject({ type: 'python', code: 'result = {}' })
  expect(screen.getAllByRole('option', { name: 'Python code' })).toHaveLength(1)
})

it('moves an action with the arrow keys and says where it is', () => {
  const actions = show([list, label])
  fireEvent.keyDown(screen.getByRole('button', { name: 'Move action 1' }), { key: 'ArrowDown' })
  expect(actions().map(({ type }) => type)).toEqual(['add-label', 'add-to-list'])
  expect(screen.getByText('Place 2 of 2')).toBeTruthy()
  fireEvent.keyDown(screen.getByRole('button', { name: 'Move action 1' }), { key: 'ArrowUp' })
  expect(actions().map(({ type }) => type)).toEqual(['add-label', 'add-to-list'])
})

it('switches an action off and on, changes its kind without losing its target, and removes it', () => {
  const actions = show([list, label])
  press('Action 1 is switched on')
  expect(actions()[0]).toEqual({ ...list, off: true })
  choose('What action 1 does', 'move-to-list')
  expect(actions()[0]).toEqual({ type: 'move-to-list', list: 5, off: true })
  press('Delete action 2')
  expect(actions()).toHaveLength(1)
})

it('shows a target that is gone, and what the checks say of just this action', () => {
  show(
    [list, actionSchema.parse({ type: 'add-to-list', list: 9 })],
    [
      { key: 'a', severity: 'warning', text: 'The project has no list “9”.', index: 1 },
      { key: 'b', severity: 'warning', text: 'Another remark', index: 5 },
    ],
  )
  expect(screen.getByRole('option', { name: '9 (does not exist)' })).toBeTruthy()
  expect(screen.getAllByText('The project has no list “9”.')).toHaveLength(1)
  expect(screen.queryByText('Another remark')).toBeNull()
})
