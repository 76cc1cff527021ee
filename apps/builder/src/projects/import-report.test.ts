import { applyEdits, blankBlock, blankProject, importProject } from '@voronka/flow'
import type { ImportReport } from '@voronka/flow'
import i18next from 'i18next'
import { expect, it } from 'vitest'
import { catalogue } from '../locales/catalogue.ts'
import { importReport } from './import-report.ts'

const i18n = i18next.createInstance()
await i18n.init({ resources: catalogue, lng: 'en', interpolation: { escapeValue: false } })
const en = i18n.getFixedT('en', 'projects')
const ru = i18n.getFixedT('ru', 'projects')

const plain: ImportReport = { blocks: 2, arrows: 1, renumbered: [], rewritten: { blocks: [], arrows: [] }, added: [], kept: [] }

it('says nothing of what did not happen', () => {
  expect(importReport(plain, undefined, en)).toEqual(['Imported: 2 blocks, 1 arrow.'])
})

it('tells new numbers, rewritten texts, and constants that came or stayed', () => {
  const project = applyEdits(blankProject(), [
    { type: 'put-block', block: blankBlock(1) },
    { type: 'patch-settings', fields: { constants: [{ name: 'shop', value: 'Mine' }] } },
  ]).project
  const file = applyEdits(blankProject(), [
    { type: 'put-block', block: blankBlock(1, { calculator: 'a = was_in_state(1)' }) },
    {
      type: 'patch-settings',
      fields: {
        constants: [
          { name: 'shop', value: 'Theirs' },
          { name: 'town', value: 'Tver' },
        ],
      },
    },
  ]).project
  const { report } = importProject(project, file, 'add')
  expect(importReport(report, undefined, en)).toEqual([
    'Imported: 1 block, 0 arrows.',
    'Got a new number because theirs was taken: 1 → 2.',
    'References to those numbers were rewritten in 1 place.',
    'Constants and variables that were added: town.',
    'Kept as they are in this project: shop.',
  ])
  expect(importReport(report, undefined, ru)[1]).toBe('Получили новый номер, потому что прежний занят: 1 → 2.')
})

it('counts what would make the list too long', () => {
  const added = Array.from({ length: 10 }, (_, index) => `v${index}`)
  expect(importReport({ ...plain, added }, undefined, en)[1]).toBe(
    'Constants and variables that were added: v0, v1, v2, v3, v4, v5, v6, v7 and 2 more.',
  )
})

it('tells what was set up in the CRM, and why nothing was', () => {
  const added = { pipelines: 1, states: 2, lists: 0, labels: 1, booking: 0, others: 0 }
  expect(importReport(plain, { added, notMembers: [] }, en)[1]).toBe(
    'Set up in the CRM: 1 pipeline, 2 states, 1 label. This stays also when the import is taken back.',
  )
  const nothing = { pipelines: 0, states: 0, lists: 0, labels: 0, booking: 0, others: 0 }
  expect(importReport(plain, { added: nothing, notMembers: ['Pavel', 'Yana'] }, en).slice(1)).toEqual([
    'Lists, labels and pipelines of the file are here already.',
    'No members of this project, so known in booking only: Pavel, Yana. Choose their accounts in the booking section.',
  ])
  expect(importReport(plain, 'no-right', ru)[1]).toContain('ваша роль не даёт')
})
