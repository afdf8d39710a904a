/**
 * Puts a small script into the page's head that runs before anything is painted. A file of its own, as the server lets
 * no script stand in the page itself.
 * @param {string} source
 * @returns {import('vite').Plugin}
 */
export function firstPaint(source) {
  return {
    name: 'first-paint',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: source, name: 'first-paint' })
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        const chunk = Object.values(bundle ?? {}).find(
          (output) => output.type === 'chunk' && output.facadeModuleId === source,
        )
        if (!chunk) throw new Error(`${source} is not in the bundle.`)
        return [{ tag: 'script', attrs: { src: `/${chunk.fileName}` }, injectTo: 'head-prepend' }]
      },
    },
  }
}
