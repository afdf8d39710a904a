import type { Page } from 'playwright-core'

const password = 'ten thousand roofs'

/** Makes the owner's account, as whom the page goes on, and lets two colleagues join; a third is only invited. */
export async function inviteColleagues(page: Page, url: string): Promise<void> {
  // As the pages do it: a session changes something from them alone.
  const ask = async (
    method: string,
    path: string,
    data: object,
  ): Promise<Readonly<Record<string, string>>> => {
    const answer = await page.request.fetch(`${url}/api/v1${path}`, {
      method,
      data,
      headers: { origin: url },
    })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
  await ask('POST', '/owner', account('Mara Oyelaran-Voss'))
  for (const [name, role] of colleagues) {
    const { token } = await ask('POST', '/invitations', { role })
    if (name === null) continue
    // By itself, so that the page stays whose it is.
    const answer = await fetch(`${url}/api/v1/invitations/accept`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, ...account(name) }),
    })
    if (!answer.ok) throw new Error(`${name} cannot join: ${await answer.text()}`)
  }
}

const colleagues = [
  ['Ilka Thornwald', 'leader'],
  ['Yuki Lindqvist', 'member'],
  [null, 'member'],
] as const

/** With the address under which the sample company knows them. */
function account(name: string): { readonly name: string; readonly email: string; readonly password: string } {
  return { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@larkenfeld.example`, password }
}
