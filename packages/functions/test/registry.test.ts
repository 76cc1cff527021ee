import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allFunctions, catalogue, library, signatures } from '../src/index.ts'
import names from './function-names.json' with { type: 'json' }
import reference from './reference-functions.json' with { type: 'json' }

const hostFunctions = [
  'get_payment_url',
  'was_in_state',
  'delete_pended_messages',
  'days_from_last_message',
  'get_client_var',
  'get_client_vars',
  'set_client_var',
  'set_client_vars',
  'requests_get',
  'requests_post',
  'requests_put',
  'requests_patch',
  'requests_delete',
  'callback',
  'message',
  'pause_bot',
  'unsubscribe',
  'block_client',
  'unblock_client',
  'set_client_name',
  'find_client_id',
  'get_client_id_by_platform_id',
  'get_main_id',
  'get_bind_clients',
  'merge_client',
  'unmerge_client',
  'get_block_name_by_id',
  'set_note',
  'add_unread',
  'clear_unread',
  'free_client',
  'assign_to_user',
  'distribute_client',
  'get_operator',
  'get_operator_name',
  'get_operator_info',
  'check_operator_status',
  'send_notification',
  'delete_pended_messages_from_list',
  'last_message_id',
  'last_messages_ids',
  'remove_last_message',
  'platform_message',
  'whatsapp_message',
  'tg_callback',
  'create_task',
  'update_task',
  'done_task',
  'delete_task',
  'status_task',
  'create_list',
  'create_list_if_not_exist',
  'add_to_list',
  'remove_from_list',
  'move_to_list',
  'inlist',
  'some_client_in_list',
  'list_size',
  'lists_joint_count',
  'clear_list',
  'random_list_member',
  'get_all_client_lists',
  'remove_list_from_project',
  'add_to_list_by_list_name',
  'move_to_list_by_list_name',
  'remove_from_list_by_list_name',
  'list_size_by_list_name',
  'clear_list_by_list_name',
  'create_label',
  'create_label_if_not_exist',
  'add_label',
  'remove_label',
  'has_label',
  'remove_label_everywhere',
  'count_of_clients_with_label',
  'get_all_client_labels',
  'remove_multiple_client_labels',
  'find_clients_by_multiple_labels',
  'has_client_multiple_labels',
  'remove_label_from_project',
  ...names.order,
  // Documented beside them.
  'delete_order',
  'switch_order',
  'get_current_pipline_id',
  'get_companies_for_booking',
  'get_categories_for_booking',
  'get_employees_for_booking',
  'get_services_for_booking',
  'get_dates_for_booking',
  'get_slots_for_booking',
  'create_booking',
  'create_booking_by_name',
  'get_bookings_info',
  'get_active_order_booking_info',
  'modify_booking_time',
  'cancel_booking',
  'get_info_for_booking',
  'get_info_from_table',
  'zvonobot_call',
  'zvonobot_digits_call',
  'tg_send_message',
  'tg_edit_message_text',
  'tg_delete_message',
  'tg_answer_callback_query',
  'tg_send_photo',
  'tg_send_document',
]

describe('the library', () => {
  it('lists every function file, under its own name', () => {
    const bare = (name: string): string => name.replaceAll(/[-_]/g, '').toLowerCase()
    const files = readdirSync(new URL('../src', import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter((file) => /^\w+\/.*\.ts$/.test(file) && !/^shared\/|\/all\.ts$|\.test\.ts$/.test(file))
      .map((file) => bare(file.replaceAll(/^.*\/|\.ts$/g, '')))
    expect(allFunctions.map(({ name }) => bare(name)).toSorted()).toEqual(files.toSorted())
  })

  it('keeps every function in the folder of its category', () => {
    for (const { name, category } of allFunctions) {
      const folder = category === 'column-letters' ? 'columns' : category
      const files = readdirSync(new URL(`../src/${folder}`, import.meta.url)).map((file) => file.replaceAll(/[-_]|\.ts$/g, ''))
      expect(files, `${name} in ${folder}`).toContain(name.replaceAll('_', '').toLowerCase())
    }
  })

  it('has all functions of the reference and all host functions of this stage, and no others', () => {
    const expected = [...reference.map(({ name }) => name), ...hostFunctions]
    expect(allFunctions.map(({ name }) => name).toSorted()).toEqual(expected.toSorted())
  })

  it('never gives one name to two functions', () => {
    const names = allFunctions.flatMap(({ name, aliases }) => [name, ...aliases])
    expect(new Set(names).size).toBe(names.length)
    expect(library.size).toBe(names.length)
  })

  it('finds nothing under names of built-in object members', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', '']) expect(library.get(name)).toBeUndefined()
  })

  it('tells the parser every name, with its parameters', () => {
    expect(signatures.map(({ name }) => name)).toEqual(allFunctions.map(({ name }) => name))
    for (const { params } of signatures) {
      const firstOptional = params.findIndex(({ optional }) => optional)
      expect(params.slice(firstOptional < 0 ? params.length : firstOptional).every(({ optional }) => optional)).toBe(true)
      expect(params.slice(0, -1).some(({ variadic }) => variadic)).toBe(false)
    }
  })
})

describe('the catalogue', () => {
  const entries = new Map(catalogue().map((entry) => [entry.name, entry]))

  it.each(reference)('says of $name what the reference says', ({ name, aliases, category, params, returns, variadic = false }) => {
    const entry = entries.get(name)
    expect(entry).toMatchObject({ aliases, category, returns })
    expect(entry?.params.map((param) => [param.name, param.type, param.required, param.default])).toEqual(params.map(withOurDefault))
    expect(entry?.params.at(-1)?.variadic ?? false).toBe(variadic)
  })

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(catalogue()))).toEqual(catalogue())
  })

  it('explains every function and parameter in both languages', () => {
    for (const { name, help, params, examples } of catalogue()) {
      expect(examples.length, name).toBeGreaterThan(0)
      for (const { ru, en } of [help, ...params.map(({ about }) => about)]) {
        expect(ru, name).toMatch(/[а-яё].*[.!?…]$|^True/i)
        expect(en, name).toMatch(/[a-z].*[.!?…]$/i)
      }
    }
  })
})

/** Columns of the reference: name, type, required, default. */
function withOurDefault([name, type, required, preset]: readonly unknown[]): unknown[] {
  return [name, type, required, preset ?? null]
}
