import { html } from 'hono/html'
import type { JsonSchema, Language, Words } from '#kernel/shape.ts'
import type { ApiDocument } from './api-document.ts'
import type { DocumentedOperation as InWords } from './document-parts.ts'
import type { InOneLanguage } from './told-words.ts'

type Html = ReturnType<typeof html>
type DocumentedOperation = InOneLanguage<InWords>
type Say = (name: keyof typeof frame) => string

const frame = {
  document: { en: 'As OpenAPI 3.1 for programs', de: 'Als OpenAPI 3.1 für Programme' },
  back: { en: 'To the control room', de: 'Zum Leitstand' },
  other: { en: 'Auf Deutsch', de: 'In English' },
  contents: { en: 'Contents', de: 'Inhalt' },
  schemas: { en: 'Schemas', de: 'Schemata' },
  parameters: { en: 'Parameters', de: 'Parameter' },
  name: { en: 'Name', de: 'Name' },
  place: { en: 'In', de: 'In' },
  what: { en: 'What', de: 'Was' },
  values: { en: 'Values', de: 'Werte' },
  required: { en: 'required', de: 'erforderlich' },
  body: { en: 'Body', de: 'Inhalt der Anfrage' },
  answers: { en: 'Answers', de: 'Antworten' },
  usual: { en: 'else', de: 'sonst' },
  example: { en: 'as in', de: 'wie' },
  path: { en: 'path', de: 'Pfad' },
  query: { en: 'query', de: 'Abfrage' },
  header: { en: 'header', de: 'Kopfzeile' },
} satisfies Record<string, Words>

/** The document as a page that needs nothing but itself and its style sheets: no script, nothing from elsewhere. */
export function docsPage(document: ApiDocument, styles: readonly string[], language: Language): Html {
  const say: Say = (name) => frame[name][language]
  const other = language === 'en' ? 'de' : 'en'
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const { info, tags, components } = document
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title} API</title>
        ${styles.map((href) => html`<link rel="stylesheet" href="${href}" />`)}
      </head>
      <body class="docs">
        <header>
          <h1>${info.title} API ${info.version}</h1>
          ${info.description.split('\n\n').map((text) => html`<p>${prose(text)}</p>`)}
          <p>
            <a href="/api/openapi.json?language=${language}">${say('document')}</a>.
            <a href="/api/docs?language=${other}" hreflang="${other}" lang="${other}">${say('other')}</a>.
            <a href="/">${say('back')}</a>.
          </p>
        </header>
        <nav aria-label="${say('contents')}">
          ${tags.map(({ name }) => html`<a href="#${idOf(name)}">${name}</a> `)}<a href="#schemas"
            >${say('schemas')}</a
          >
        </nav>
        <main>
          ${tags.map(
            (tag) =>
              html`<section id="${idOf(tag.name)}">
                <h2>${tag.name}</h2>
                <p>${tag.description}</p>
                ${operations
                  .filter(({ operation }) => operation.tags.includes(tag.name))
                  .map(({ path, method, operation }) => operationPart(path, method, operation, say))}
              </section>`,
          )}
          <section id="schemas">
            <h2>${say('schemas')}</h2>
            ${Object.entries(components.schemas).map(
              ([name, schema]) =>
                html`<details id="schema-${name}">
                  <summary><code>${name}</code></summary>
                  ${schemaPart(schema)}
                </details>`,
            )}
          </section>
        </main>
      </body>
    </html>`
}

function operationPart(path: string, method: string, operation: DocumentedOperation, say: Say): Html {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation
  return html`<details id="${operationId}">
    <summary>
      <code><b>${method.toUpperCase()}</b> ${path}</code>
      <span>${summary}</span>
    </summary>
    ${description === undefined ? '' : html`<p>${prose(description)}</p>`}
    ${
      parameters.length === 0
        ? ''
        : html`<table>
            <caption>
              ${say('parameters')}
            </caption>
            <thead>
              <tr>
                <th scope="col">${say('name')}</th>
                <th scope="col">${say('place')}</th>
                <th scope="col">${say('what')}</th>
                <th scope="col">${say('values')}</th>
              </tr>
            </thead>
            <tbody>
              ${parameters.map(
                (each) =>
                  html`<tr>
                    <td><code>${each.name}</code>${each.required ? ` (${say('required')})` : ''}</td>
                    <td>${say(each.in)}</td>
                    <td>${prose(each.description ?? '')}</td>
                    <td><code>${valuesOf(each.schema, say)}</code></td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
    ${
      requestBody === undefined
        ? ''
        : html`<h3>${say('body')}</h3>
            ${contentPart(requestBody.content)}`
    }
    <h3>${say('answers')}</h3>
    <dl>
      ${Object.entries(responses).map(
        ([status, answer]) =>
          html`<dt>${status}</dt>
            <dd>${prose(answer.description)} ${contentPart(answer.content ?? {})}</dd>`,
      )}
    </dl>
  </details>`
}

function contentPart(content: NonNullable<DocumentedOperation['responses'][string]['content']>): Html[] {
  return Object.entries(content).map(([type, { schema }]) => {
    const reference = schema?.['$ref']
    if (typeof reference === 'string') {
      const name = reference.split('/').at(-1) ?? ''
      return html`<span><code>${type}</code> <a href="#schema-${name}">${name}</a> </span>`
    }
    return schema?.['properties'] === undefined
      ? html`<span><code>${type}</code> </span>`
      : html`<div><code>${type}</code> ${schemaPart(schema)}</div>`
  })
}

/** A sentence with what stands between backticks as code. */
function prose(text: string): (string | Html)[] {
  return text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))
}

/** A schema as it stands, its references as links. */
function schemaPart(schema: object): Html {
  const parts = JSON.stringify(schema, null, 2).split(/"#\/components\/schemas\/(\w+)"/)
  return html`<pre tabindex="0">
${parts.map((part, at) => (at % 2 === 1 ? html`<a href="#schema-${part}">${part}</a>` : part))}</pre>`
}

/** What a parameter may hold, in a few words. */
function valuesOf(schema: JsonSchema, say: Say): string {
  const { type, enum: words, minimum, maximum, default: usual, examples } = schema
  const told = [
    Array.isArray(words) ? words.filter((word) => word !== '').join(' | ') : plain(type),
    minimum === undefined || maximum === undefined ? '' : `${plain(minimum)}–${plain(maximum)}`,
    usual === undefined ? '' : `${say('usual')} ${plain(usual)}`,
    Array.isArray(examples) ? `${say('example')} ${examples.join(', ')}` : '',
  ]
  return told.filter((text) => text !== '').join(', ')
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)
}

function idOf(name: string): string {
  return `about-${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`
}

/** In the tokens of the product's own pages, and in the system's colours where these are not built. */
export const docsStyle = `
.docs { margin: 0 auto; padding: 32px 16px 64px; max-width: 60rem; line-height: 1.45;
  font-family: var(--font-sans, system-ui, sans-serif); background: var(--color-paper, Canvas); color: var(--color-ink, CanvasText); }
.docs h1 { font-size: 1.375rem; font-weight: 600; margin: 0 0 12px; }
.docs h2 { font-size: 1.0625rem; font-weight: 600; margin: 40px 0 4px; }
.docs h3, .docs caption { font-size: 0.875rem; font-weight: 600; margin: 12px 0 4px; text-align: left; }
.docs p { max-width: 72ch; margin: 0 0 8px; }
.docs a { color: var(--color-accent, LinkText); text-decoration: underline; }
.docs nav { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-top: 16px; }
.docs details { border-top: 1px solid var(--color-rule, ButtonBorder); padding: 4px 0; }
.docs summary { padding: 4px 0; overflow-wrap: anywhere; }
.docs details[open] { padding-bottom: 16px; }
.docs code, .docs pre { font-family: var(--font-mono, ui-monospace, monospace); font-size: 0.875rem; }
.docs pre { overflow-x: auto; padding: 8px; background: var(--color-sunk, Canvas); }
.docs table { width: 100%; border-collapse: collapse; display: block; overflow-x: auto; }
.docs th, .docs td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; }
.docs td:first-child { white-space: nowrap; }
.docs dl { display: grid; grid-template-columns: 4ch 1fr; gap: 4px 12px; margin: 0; }
.docs dd { margin: 0; }
`
