/** The table of who may call what (`packages/runtime/test/http/rights`), held against the contract: a new endpoint needs a row, written by hand. */
import { allEndpoints, type Access } from '@voronka/api'
import { expect, it } from 'vitest'
import { table, type Needs } from '../../runtime/test/http/rights/table.ts'

/** Routes that are no endpoints of the contract. */
const others = ['liveEvents', 'openApi']

it('has one row for each route, and none for what is not there', () => {
  expect(table.map(({ route }) => route).sort()).toEqual([...allEndpoints.map(({ name }) => name), ...others].sort())
})

it('says of each endpoint what the contract says of it', () => {
  const rows = new Map(table.map(({ route, needs }) => [route, wordsOf(needs)]))
  expect(allEndpoints.map(({ name }) => `${name}: ${rows.get(name)}`)).toEqual(
    allEndpoints.map(({ name, access }) => `${name}: ${accessOf(access)}`),
  )
})

const wordsOf = (needs: Needs): string =>
  needs.who === 'role' ? said(needs.section, needs.level, needs.right, needs.personOnly) : needs.who

const accessOf = (access: Access): string => {
  if (access === 'project') return 'member'
  return typeof access === 'string' ? access : said(access.section, access.level, access.right, access.by === 'person')
}

const said = (section: string, level: string, right: string | undefined, personOnly: boolean): string =>
  [section, level, right, personOnly ? 'person' : ''].filter(Boolean).join(' ')
