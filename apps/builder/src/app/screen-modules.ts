/** Where under `src` the code of a screen stands, by its address: in the folder of that name, but for those of the editor (router.tsx). */
export function screenModules(path: string): string[] {
  const [, first = '', , name = ''] = path.split('/')
  if (first !== 'p') return [folders[first] ?? first]
  if (name === '') return ['app/EditorScreens', 'app/FunnelPage']
  return name === 'versions' ? ['app/EditorScreens', name] : [name]
}

/** Those of another name. */
const folders: Readonly<Record<string, string>> = { '': 'projects', setup: 'sign-in', invitation: 'sign-in', 'reset-password': 'sign-in' }
