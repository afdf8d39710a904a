export const words = {
  'knowledge.title': 'Knowledge',
  'knowledge.lead':
    'How many people would have to leave before a part of the code has nobody left who knows it.',
  'figures.title': 'In short',
  'figures.name': 'knowledge figures',
  'map.title': 'Who could still mend it',
  'map.name': 'components',
  'map.lead':
    'Area by files. Hatched: one person alone knows it. The fainter the ink, the more people share it. The table counts changes and people of the last year.',
  'map.chart': 'Map of {count, plural, one {# component} other {# components}} by size and truck factor',
  'map.component': 'Component',
  'map.files': 'Files',
  'map.changes': 'Changes',
  'map.people': 'People',
  'map.truckFactor': 'Truck factor',
  'map.atRisk': 'one person',
  'map.known': '{count, plural, one {# person} other {# people}}',
  'map.unknown': 'not known',
  'map.none':
    'No components yet. They are the folders or packages of the repository and appear with its first files.',
  'silent.title': 'Silent files',
  'silent.name': 'silent files',
  'silent.lead':
    'Files whose authors have all been silent for half a year. Nobody is asked to know them by heart; somebody should read them before they have to.',
  'silent.path': 'File',
  'silent.component': 'Component',
  'silent.days': 'Days since last change',
  'silent.none': 'No silent files: every file has an author who was active in the last half year.',

  'pace.title': 'Pace',
  'pace.lead': 'Whether the work fits into the week. A sign to ask about, never a mark for anybody.',
  'pace.figures': 'Work outside of working hours',
  'pace.name': 'pace',
  'pace.ruleTitle': 'Why there may be no figure',
  'pace.rule':
    'Pace is about how people work. It is shown for groups of at least five people, over fixed windows and without a list of commits, so that nobody can be picked out of it. With fewer people it stays empty, and that is intended.',
  'pace.hours':
    'Outside means not on Monday to Friday between 7 and 20 o’clock, in the local time that the commit itself recorded. Public holidays and chosen hours are not known.',
  'pace.trend': 'Over time',
}
