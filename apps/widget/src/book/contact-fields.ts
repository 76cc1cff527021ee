import { element } from '../element.ts'
import type { Contacts } from './api.ts'
import type { PageContext } from './context.ts'
import type { Words } from './words.ts'

type FieldName = 'name' | 'phone' | 'email' | 'comment'

interface FieldSpec {
  readonly name: FieldName
  readonly type: 'text' | 'tel' | 'email' | 'area'
  readonly autocomplete: string
  readonly most: number
  readonly required: boolean
}

/** The fields that the branch asks for. `read` gives nothing while something is wrong, says what, and leads there. */
export function contactFields({ page: { page }, say }: PageContext, known: Contacts) {
  const specs: FieldSpec[] = [
    { name: 'name', type: 'text', autocomplete: 'name', most: 255, required: true },
    ...(page.phone === 'hidden'
      ? []
      : [{ name: 'phone', type: 'tel', autocomplete: 'tel', most: 40, required: page.phone === 'required' } as const]),
    ...(page.email === 'hidden'
      ? []
      : [{ name: 'email', type: 'email', autocomplete: 'email', most: 254, required: page.email === 'required' } as const]),
    { name: 'comment', type: 'area', autocomplete: 'off', most: 1000, required: false },
  ]
  const fields = specs.map((spec) => ({ spec, ...drawn(spec, known[spec.name], say) }))
  const peek = (): Contacts => {
    const value = (name: FieldName) => fields.find(({ spec }) => spec.name === name)?.input.value.trim() ?? ''
    return { name: value('name'), phone: value('phone'), email: value('email'), comment: value('comment') }
  }
  return {
    nodes: fields.map(({ node }) => node),
    peek,
    read(): Contacts | undefined {
      const contacts = peek()
      const faults = fields.map(({ spec, fault }) => {
        const wrong = wrongIn(spec, contacts, say)
        fault(wrong)
        return wrong
      })
      const first = fields[faults.findIndex(Boolean)]
      first?.input.focus()
      return first ? undefined : contacts
    },
  }
}

function wrongIn({ name, required }: FieldSpec, contacts: Contacts, say: Words): string {
  const value = contacts[name]
  if (required && !value) return say.needed
  if (name === 'email' && value && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return say.badEmail
  if (name === 'phone' && value && value.replace(/\D/g, '').length < 5) return say.badPhone
  // One of the two is always needed: else nobody could be reached.
  return (name === 'phone' || name === 'email') && !contacts.phone && !contacts.email ? say.phoneOrEmail : ''
}

function drawn({ name, type, autocomplete, most, required }: FieldSpec, value: string, say: Words) {
  const id = `field-${name}`
  const shared = { id, name, autocomplete, maxlength: String(most), required, 'aria-describedby': `${id}-fault` }
  const input = type === 'area' ? element('textarea', { ...shared, rows: '2' }) : element('input', { ...shared, type })
  input.value = value
  const said = element('p', { id: `${id}-fault`, class: 'fault' })
  const label = element('label', { for: id }, say[name], ...(required ? [] : [element('span', { class: 'about' }, ` (${say.optional})`)]))
  return {
    input,
    node: element('div', { class: 'field' }, label, input, said),
    fault(text: string) {
      said.textContent = text
      if (text) input.setAttribute('aria-invalid', 'true')
      else input.removeAttribute('aria-invalid')
    },
  }
}
