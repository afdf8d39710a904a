/** A Ctrl-C reaches the shell and this process alike, which then is ending already. */
const grace = 1_000

/** Ends this process when npm is ended: npm passes a signal on to the shell between us, which goes without us. */
export function endWithParent() {
  if (!process.env['npm_lifecycle_event']) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    setTimeout(() => process.kill(process.pid, 'SIGTERM'), grace).unref()
  }, 250)
  watch.unref()
}
