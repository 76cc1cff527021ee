import { defineHostFunction } from '../define-function.ts'
import { callParams, refusedCall, startCall, whenNotCalled } from '../shared/start-call.ts'

export const zvonobotCall = defineHostFunction({
  name: 'zvonobot_call',
  category: 'telephony',
  asksOutside: true,
  params: callParams,
  returns: 'dict',
  help: {
    ru: "Звонит на номер и проигрывает запись. Даёт {'status': 'success', 'call_id': 123}; чем звонок кончился, придёт потом событием zvonobot_call_finished.",
    en: "Calls a number and plays a record. Gives {'status': 'success', 'call_id': 123}; how the call ended comes later as the event zvonobot_call_finished.",
  },
  onError: whenNotCalled,
  examples: [
    { script: "zvonobot_call('78001112233', '8 (900) 444-33-22', '1484915')['status']", gives: 'success' },
    { script: "zvonobot_call('', '', '1484915')['message']", gives: 'wrong phone' },
  ],
  failure: refusedCall('wrong phone'),
  run: (number, phone, record, world) => startCall({ number, phone, record }, world),
})
