import { html } from 'hono/html'
import type { JsonSchema } from '#kernel/shape.ts'
import type { ApiDocument } from './api-document.ts'
import type { DocumentedOperation } from './document-parts.ts'

type Html = ReturnType<typeof html>

/** The document as a page that needs nothing but itself and its style sheets: no script, nothing from elsewhere. */
export function docsPage(document: ApiDocument, styles: readonly string[]): Html {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const { info, tags, components } = document
  return html`<!doctype html>
    <html lang="en">
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
            As <a href="/api/openapi.json">OpenAPI 3.1</a> for programs. <a href="/">To the control room</a>.
          </p>
        </header>
        <nav aria-label="Contents">
          ${tags.map(({ name }) => html`<a href="#${idOf(name)}">${name}</a> `)}<a href="#schemas">Schemas</a>
        </nav>
        <main>
          ${tags.map(
            (tag) =>
              html`<section id="${idOf(tag.name)}">
                <h2>${tag.name}</h2>
                <p>${tag.description}</p>
                ${operations
                  .filter(({ operation }) => operation.tags.includes(tag.name))
                  .map(({ path, method, operation }) => operationPart(path, method, operation))}
              </section>`,
          )}
          <section id="schemas">
            <h2>Schemas</h2>
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

function operationPart(path: string, method: string, operation: DocumentedOperation): Html {
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
              Parameters
            </caption>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">In</th>
                <th scope="col">What</th>
                <th scope="col">Values</th>
              </tr>
            </thead>
            <tbody>
              ${parameters.map(
                (each) =>
                  html`<tr>
                    <td><code>${each.name}</code>${each.required ? ' (required)' : ''}</td>
                    <td>${each.in}</td>
                    <td>${prose(each.description ?? '')}</td>
                    <td><code>${valuesOf(each.schema)}</code></td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
    ${
      requestBody === undefined
        ? ''
        : html`<h3>Body</h3>
            ${contentPart(requestBody.content)}`
    }
    <h3>Answers</h3>
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
function valuesOf(schema: JsonSchema): string {
  const { type, enum: words, minimum, maximum, default: usual, examples } = schema
  const told = [
    Array.isArray(words) ? words.filter((word) => word !== '').join(' | ') : plain(type),
    minimum === undefined || maximum === undefined ? '' : `${plain(minimum)}–${plain(maximum)}`,
    usual === undefined ? '' : `else ${plain(usual)}`,
    Array.isArray(examples) ? `as in ${examples.join(', ')}` : '',
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
