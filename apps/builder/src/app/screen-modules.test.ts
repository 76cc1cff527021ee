import { describe, expect, it } from 'vitest'
import { screenModules } from './screen-modules.ts'
import { sections } from './sections.ts'

const files = import.meta.glob(['../*/index.ts', './*.tsx'])
const exists = (module: string) => [`../${module}/index.ts`, `${module.replace('app/', './')}.tsx`].some((file) => file in files)

describe('screenModules', () => {
  const addresses = ['/', '/account', '/setup', '/invitation', '/reset-password', '/installation', '/p/12/versions', '/p/12/settings/keys']
  it.each([...addresses, ...sections.map(({ to }) => to.replace('$projectId', '12'))])('knows where the code of %s stands', (address) => {
    expect(screenModules(address).filter((module) => !exists(module))).toEqual([])
  })

  it('names more than one where a screen stands in another', () => {
    expect(screenModules('/p/12')).toEqual(['app/EditorScreens', 'app/FunnelPage'])
    expect(screenModules('/p/12/')).toEqual(['app/EditorScreens', 'app/FunnelPage'])
    expect(screenModules('/p/12/versions')).toEqual(['app/EditorScreens', 'versions'])
  })
})
