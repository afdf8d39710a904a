// `npm start`, `npm test`, `npm run bench|check|build|pictures`: installs and builds what is missing or stale, then goes on
// under the pinned Node. Plain JavaScript without a dependency, because it runs before anything is installed; this
// file keeps to syntax that old Nodes read too, so that they can be told what to do.
if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write(
    'Leitstand needs Node 20 or newer to install itself; this is Node ' +
      process.versions.node +
      '. Install a newer one (https://nodejs.org) and try again.\n',
  )
  process.exitCode = 1
} else {
  const [verb = 'start', ...rest] = process.argv.slice(2)
  // A rejection is a bug and may end the process with its stack.
  void import('./prepare.js').then(({ prepareAndRun }) => prepareAndRun(verb, rest))
}
