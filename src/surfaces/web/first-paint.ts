// Runs before the first paint, as a file of its own: a page must not flash in the other theme, and no script may stand
// in the page itself.
try {
  const theme = localStorage.getItem('leitstand.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme
} catch {
  // A browser that keeps nothing follows the system.
}
