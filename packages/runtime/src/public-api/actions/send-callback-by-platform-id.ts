import { definePublicAction, success } from '../action.ts'
import { plan } from '../happen.ts'
import { plannedMoment } from '../planned-moment.ts'
import { findByPlatform } from '../platform.ts'
import { clientNotFound, fail, required } from '../refused.ts'
import { sendNow } from '../send-callback.ts'

const mostAtOnce = 300

export const sendCallbackByPlatformId = definePublicAction({
  name: 'send_callback_by_platform_id',
  needs: 'clients.write',
  async run(call) {
    const { params, installation, project } = call
    const ids = params.texts('platform_ids')
    if (!ids?.length) throw required('platform_ids')
    if (ids.length > mostAtOnce) throw fail(400, `Parameter "platform_ids" is longer than ${mostAtOnce}`)
    const text = params.needText('callback_text')
    const group = params.text('group_id')
    const people = await installation.db.transaction(() => findByPlatform(installation, project, { ids, group }))
    if (!people.length) throw clientNotFound()
    const at = await plannedMoment(call)
    for (const client of people) {
      const [found, event] = [
        { client, test: false },
        { kind: 'callback', text, pressed: false },
      ] as const
      if (at === undefined) await sendNow(call, found, event)
      else await plan(call, found, event, { at, text })
    }
    // A client of the original counts by this key.
    return { ...success, callbackSended: people.length }
  },
})
