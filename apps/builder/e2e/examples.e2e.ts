/** The three starters, each opened from the first page and played to its end in the test chat. */
import type { Page } from '@playwright/test'
import { funnelPage } from './funnel-page.ts'
import { expect, test } from './server.ts'

test.use({ locale: 'en-US' })

test('shop basket: from the greeting to the order', async ({ page }) => {
  const funnel = await openExample(page, 'Shop with a basket')
  const { chat } = funnel

  await test.step('a product is chosen with a button and a wrong quantity refused', async () => {
    await chat.say('Hello')
    await chat.answers('What would you like to do?')
    await chat.press('Catalogue')
    await chat.answers('Ethiopia Guji — $18')
    await chat.press(/Ethiopia Guji/)
    await chat.answers('Ethiopia Guji, $18 a bag.')
    await chat.say('a lot')
    await chat.answers('I need a whole number from 1 to 99')
    await chat.press('2')
    await chat.answers('The basket comes to $36.')
  })

  await test.step('the trace tells it in words, the variables show what changed, the canvas shows the way', async () => {
    await chat.tab('What happened')
    await expect(chat.column).toContainText('The client pressed “2”')
    await expect(chat.column).toContainText('Answer stored: qty = 2')
    await expect(chat.column).toContainText('cost = price * qty')
    await chat.tab('Variables')
    await expect(chat.column.getByRole('textbox', { name: 'Change total', exact: true })).toHaveValue('36')
    await expect(chat.column.getByRole('textbox', { name: 'Change item_name', exact: true })).toHaveValue('Ethiopia Guji')
    await chat.last.getByText('The basket comes to').click()
    await expect(funnel.panel).toHaveAccessibleName('Block 5')
    await expect(funnel.canvas.locator('.arrow-lit')).not.toHaveCount(0)
    await page.getByRole('button', { name: 'Close the panel' }).click()
  })

  await test.step('“Back” goes back before anything else', async () => {
    await chat.press('Something else')
    await chat.answers('In stock today')
    await chat.press(/Drip bags/)
    await chat.answers('Drip bags, $14 a bag.')
    await chat.press('Back')
    await chat.answers('In stock today')
    await chat.press('Back')
    await chat.answers('What would you like to do?')
  })

  await test.step('the order is summed up and placed', async () => {
    await chat.press('Basket')
    await chat.answers('Total: $36')
    await chat.press('Check out')
    await chat.answers('Where shall we deliver?')
    await chat.say('12 Garden Street, flat 3')
    await chat.answers('To pay: $41')
    await chat.answers('Address: 12 Garden Street, flat 3')
    await chat.press('Confirm')
    await chat.answers('Your order of $41 is placed')
  })
})

test('quiz with lead: five random questions, the score and a phone number', async ({ page }) => {
  const { chat } = await openExample(page, 'Quiz with lead')
  await chat.say('Quiz')
  await chat.answers('Ready?')
  await chat.press(/^Let's go/)
  for (let number = 1; number <= 5; number++) {
    await chat.answers(`Question ${number} of 5`)
    const question = await chat.last.innerText()
    const [, answer] = rightAnswers.find(([asked]) => question.includes(asked)) ?? []
    expect(answer, question).toBeDefined()
    await chat.press(new RegExp(answer ?? ''))
    await expect(chat.log.getByText('Right! ✅')).toHaveCount(number)
  }
  await expect(chat.log).toContainText('5 out of 5!')
  await chat.answers('keep your 15% discount')
  await chat.say('no idea')
  await chat.answers('does not look like a phone number')
  await chat.say('+1 (202) 555-0143')
  await chat.answers('kept for +12025550143')
})

test('support menu: keywords, the reminder after 10 minutes, and a request', async ({ page }) => {
  const { chat } = await openExample(page, 'Support menu')
  const reminders = chat.log.getByText('Are you still there?')

  await test.step('the reminder comes 10 minutes later, to those who still wait', async () => {
    await chat.say('Hello')
    await chat.answers('How can I help?')
    await chat.press('Where is my order?')
    await chat.answers('Write the order number')
    await chat.tab('Timers')
    await expect(chat.column).toContainText('cancelled on leaving the block')
    await chat.column.getByRole('button', { name: '+10 min' }).click()
    await expect(reminders).toHaveCount(1)
    await expect(chat.column).toContainText('10 min ahead')
  })

  await test.step('leaving the block cancels it', async () => {
    await chat.press('Back')
    await chat.answers('How can I help?')
    await chat.press('Where is my order?')
    await chat.answers('Write the order number')
    await chat.press('Back')
    await chat.answers('How can I help?')
    await chat.tab('Timers')
    await expect(chat.column).toContainText('Nothing is planned')
    await expect(reminders).toHaveCount(1)
  })

  await test.step('the clock goes to the next timer', async () => {
    await chat.press('Where is my order?')
    await chat.answers('Write the order number')
    await chat.column.getByRole('button', { name: 'To the next timer' }).click()
    await expect(reminders).toHaveCount(2)
  })

  await test.step('what matches no arrow is answered by keywords, and anything else by the fallback', async () => {
    await chat.say('204518')
    await chat.answers('Noted: order 204518')
    await chat.press('Talk to a person')
    await chat.answers(/Describe your question/)
    await chat.say('The courier did not come')
    await chat.answers('your request is taken')
    await chat.say('how much is shipping')
    await chat.answers('We deliver within 2 to 4 days, $9 in town')
    await chat.say('qwertyuiop')
    await chat.answers('I cannot answer that yet')
  })
})

async function openExample(page: Page, name: string) {
  const funnel = funnelPage(page)
  await page.goto('/')
  await page.getByRole('button', { name, exact: true }).click()
  await expect(funnel.chat.field).toBeVisible()
  return funnel
}

const rightAnswers = [
  ['capital of Australia', 'Canberra'],
  ['runs through Cairo', 'Nile'],
  ['Machu Picchu', 'Peru'],
  ['largest island', 'Greenland'],
  ['ocean does Portugal face', 'Atlantic'],
  ['Angkor Wat', 'Cambodia'],
  ['pay with in Japan', 'Yen'],
  ['deepest lake', 'Baikal'],
] as const
