export const words = {
  open: 'Take along',
  title: 'Take the roadmap along',
  for: 'For',
  'for.team': 'Team',
  'for.board': 'Board and investors',
  'for.outside': 'Customers and others',
  'says.team': 'Everything that stands here: keys, states, days and chances. Not to be passed on.',
  'says.board':
    'Goals, quarters with their likelihood, and how the forecast came about. No days, no wanted dates, no reasons.',
  'says.outside':
    'Order and ranges of quarters, of what is at least shaped. No days, goals, teams or states, and no bet that is kept inside.',
  names: 'With keys and names of teams',
  language: 'Language',
  care: '{count, plural, one {One forecast is to be read with care, so that the bet stands without a range.} other {# forecasts are to be read with care, so that these bets stand without a range.}}',
  preview: 'Preview: roadmap for {audience}',
  drawing: 'The picture is being drawn',
  download: 'Download',
  'download.as': 'Download as {form}',
  markdown: 'Markdown',
  ics: 'Calendar file',
  failed: 'The picture could not be drawn in this browser. The SVG can be downloaded all the same.',

  'feed.title': 'Subscribe to the calendar',
  'feed.lead':
    'Wanted dates with their chance, days by which bets are likely finished, goals, days off, and what is to be decided. Calendar programs ask for it by a secret address, which follows every change.',
  'feed.open':
    'As long as there is no account, programs on this machine may read the calendar here; with the first account this ends.',
  'feed.make': 'Make an address',
  'feed.made': 'The address, shown only now. Whoever has it reads all dates of the roadmap:',
  'feed.copy': 'Copy',
  'feed.copied': 'Copied',
  'feed.name': 'Calendar',
  'feed.yours': 'Your addresses',
  'feed.used': 'last read {moment}',
  'feed.unused': 'never read',
  'feed.end': 'Withdraw',
  'feed.endOf': 'Withdraw the address …{end}',
  'feed.endAsk': 'Withdraw the address …{end}?',
  'feed.endText': 'Calendars that use it find nothing there any more. A new address can be made at any time.',

  'print.for': 'For the team, not to be passed on',
} as const
