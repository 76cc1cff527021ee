import { createHash } from 'node:crypto'
import type { PayPage } from './payment-desk.ts'

type Language = PayPage['language']

/** The page of a test payment, whole: no script, nothing from elsewhere, so that it works wherever it is opened. */
export function payPage({ row, state }: PayPage, language: Language): string {
  const say = words[language]
  const sum = new Intl.NumberFormat(language, { minimumFractionDigits: row.sum % 100 ? 2 : 0, ...currencyOf(row.currency) }).format(
    row.sum / 100,
  )
  const shown = /^[A-Z]{3}$/.test(row.currency) ? sum : `${sum} ${row.currency}`.trim()
  const form = `<form method="post">
<button class="main" name="outcome" value="paid">${say.pay}</button>
<button name="outcome" value="failed">${say.decline}</button>
</form>`
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${say.title} ${row.order_number}</title>
<style>${style}</style>
<main>
<p class="test">${say.test}</p>
<h1>${say.title} №&nbsp;${row.order_number}</h1>
${row.description === '' ? '' : `<p>${escaped(row.description)}</p>`}
<p class="sum">${escaped(shown)}</p>
<p role="status" class="${state}">${say[state]}</p>
${state === 'waiting' || state === 'failed' ? form : ''}
</main>
</html>
`
}

const words = {
  ru: {
    title: 'Оплата заказа',
    test: 'Тестовая страница: деньги не списываются.',
    pay: 'Оплатить',
    decline: 'Отказаться',
    waiting: 'Ждёт оплаты.',
    paid: 'Оплачено. Вернитесь в чат: мы вам уже написали.',
    failed: 'Оплата не прошла. Можно попробовать ещё раз.',
    closed: 'Этот заказ отменён, оплатить его уже нельзя.',
  },
  en: {
    title: 'Payment of order',
    test: 'This is a test page: no money is taken.',
    pay: 'Pay',
    decline: 'Decline',
    waiting: 'Waiting for payment.',
    paid: 'Paid. Go back to the chat: we have written to you.',
    failed: 'The payment did not go through. You can try again.',
    closed: 'This order was cancelled and can no longer be paid.',
  },
} as const satisfies Record<Language, Record<PayPage['state'] | 'title' | 'test' | 'pay' | 'decline', string>>

const currencyOf = (currency: string): Intl.NumberFormatOptions =>
  /^[A-Z]{3}$/.test(currency) ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } : {}

/** In the colours of the booking page. */
const style = `:root{color-scheme:light dark;--accent:#2f62e8;--on-accent:#fff;--text:light-dark(#14161a,#eceef1);--muted:light-dark(#5b6270,#a3aab8);--page:light-dark(#f3f4f6,#121417);--card:light-dark(#fff,#1b1e23);--line:light-dark(#d9dce2,#363b44);--good:light-dark(#1c7340,#6fcf97);--bad:light-dark(#b3261e,#ff8a80)}
*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 system-ui,sans-serif}
main{max-width:420px;margin:0 auto;padding:24px 20px;background:var(--card);min-height:100dvh;overflow-wrap:anywhere}
@media(min-width:480px){main{margin:8dvh auto;min-height:0;border:1px solid var(--line);border-radius:8px}}
h1{font-size:20px;line-height:1.3;margin:12px 0 4px}p{margin:8px 0}.test{margin:0;padding:6px 10px;border-radius:6px;background:var(--page);color:var(--muted);font-size:14px}
.sum{font-size:32px;font-weight:600;margin:16px 0;font-variant-numeric:tabular-nums}.waiting{color:var(--muted)}.paid{color:var(--good)}.failed,.closed{color:var(--bad)}
form{display:flex;flex-direction:column;gap:10px;margin-top:20px}button{min-height:44px;border-radius:8px;border:1px solid var(--line);background:transparent;color:inherit;font:inherit;cursor:pointer}
.main{background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-weight:600}button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}`

/** The one style that stands in it, and a form that leads here. */
export const payPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
