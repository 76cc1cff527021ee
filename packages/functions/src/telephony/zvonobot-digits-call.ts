import { defineHostFunction } from '../define-function.ts'
import { readReactions } from '../shared/call-reactions.ts'
import { callParams, refusedCall, startCall, whenNotCalled } from '../shared/start-call.ts'

export const zvonobotDigitsCall = defineHostFunction({
  name: 'zvonobot_digits_call',
  category: 'telephony',
  asksOutside: true,
  params: [
    ...callParams,
    {
      name: 'payload',
      type: 'any',
      about: {
        ru: 'Что делать по нажатой цифре: до десяти словарей, место в списке – цифра от 0 до 9. Ключи: record, managerPhone, smsText, needBlock.',
        en: 'What to do when a digit is pressed: up to ten dictionaries, the place in the list is the digit from 0 to 9. Keys: record, managerPhone, smsText, needBlock.',
      },
      shown: { type: 'array|text' },
    },
  ],
  returns: 'dict',
  help: {
    ru: 'Звонит на номер, проигрывает запись и ждёт цифру: сыграть ещё запись, соединить с менеджером, отправить SMS или больше не звонить. Нажатая цифра придёт событием zvonobot_digit_pressed.',
    en: 'Calls a number, plays a record and waits for a digit: to play another record, to connect to a manager, to send an SMS or to call no more. The digit comes as the event zvonobot_digit_pressed.',
  },
  onError: whenNotCalled,
  examples: [
    { script: "zvonobot_digits_call('', '79004443322', '1484915', [{'smsText': 'Hi'}, {'needBlock': '1'}])['status']", gives: 'success' },
    { script: "zvonobot_digits_call('', '79004443322', '1484915', [{'play': 7}])['message']", gives: 'wrong payload' },
  ],
  failure: refusedCall('wrong payload'),
  run(number, phone, record, payload, world) {
    const reactions = readReactions(payload)
    return reactions ? startCall({ number, phone, record, reactions }, world) : refusedCall('wrong payload')
  },
})
