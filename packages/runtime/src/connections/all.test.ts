import { connectionKinds } from '@voronka/api'
import { expect, it, onTestFinished } from 'vitest'
import { createInstallation } from '../installation.ts'
import { allConnectionWork } from './all.ts'

it('something stands behind every kind of connection that is offered, and nothing else does', () => {
  const installation = createInstallation({ database: ':memory:' })
  onTestFinished(() => installation.close())
  const { egress, allowedHosts, calls, messengers } = installation
  const works = allConnectionWork({
    context: installation,
    egress,
    allowedHosts,
    calls,
    messengers,
    address: () => '',
    onError: () => undefined,
  })
  expect(works.map(({ kind }) => kind).toSorted()).toEqual(connectionKinds.map(({ kind }) => kind).toSorted())
})
