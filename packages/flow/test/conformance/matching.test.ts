import { library } from '@voronka/functions'
import { describe, expect, it } from 'vitest'
import { matchCase } from '../../src/matcher/index.ts'
import cases from './matching.json' with { type: 'json' }

describe('conformance: matching', () => {
  it.each(cases)('$id: $match_type $condition', async (each) => {
    expect(await matchCase(each, library)).toBe(each.matches)
  })
})

describe('what the cases do not ask', () => {
  const matches = (fields: object): Promise<boolean> => matchCase({ match_type: 'exact', condition: '', message: 'да', ...fields }, library)

  it.each<[object, boolean]>([
    [{ condition: '#{checker}' }, false],
    [{ condition: '#{checker}', variables: { checker: 'нет;да;' } }, true],
    [{ ignore: '#{question}' }, false],
    [{ ignore: 'нет; #{question} ', message: 'a;b' }, false],
    [{ ignore: '#{stop}', variables: { stop: 'да' } }, false],
    [{ ignore: '#{none}' }, true],
    [{ variables: null, ignore: null, compare: null }, true],
    [{ condition: '3', compare: '#{client_type}', variables: { client_type: 3 } }, true],
    [{ condition: 'Имя', compare: 'project.x' }, false],
    [{ condition: '5', compare: 'project.x', variables: { 'project.x': 5 } }, true],
    [{ compare: 'x' }, false],
    [{ compare: 'x', variables: { x: '0' } }, false],
    [{ compare: 'x', variables: { x: 'None' } }, false],
    [{ compare: 'x', variables: { x: 'нет' } }, true],
    [{ condition: 'True', compare: 'x == 1', variables: { x: '1' } }, true],
    [{ condition: 'False', compare: 'x == 1', variables: { x: '1' } }, false],
    [{ condition: 'False', compare: 'x == 1', variables: { x: '2' } }, true],
    [{ condition: 'False', compare: 'x == (' }, false],
    [{ compare: 'x + 1 > 0' }, false],
    [{ condition: 'False', compare: 'x + 1 > 0' }, false],
    [{ compare: '"#{x + 1}" == ""' }, true],
    [{ compare: '"#{x + 1}" != ""' }, false],
    [{ condition: 'False', compare: '"#{x + 1}" == "2"' }, true],
    [{ compare: '"#{x}" == ""' }, true],
    [{ compare: 'x == None' }, true],
    [{ compare: 'x == None and tag == "NONE" and question == "да"', variables: { x: null, tag: null, question: null } }, true],
    [{ compare: 'contains(question, "да")' }, true],
    [{ compare: 'was_in_state(1) == True' }, false],
    [{ condition: '#{__proto__}#{constructor}' }, false],
  ])('%j: %s', async (fields, expected) => {
    expect(await matches(fields)).toBe(expected)
  })

  it('says what is wrong with a case that is none', async () => {
    await expect(matchCase({ match_type: 'similar', condition: '', message: '' }, library)).rejects.toThrow(/match_type/)
    await expect(matchCase(null, library)).rejects.toThrow()
  })
})
