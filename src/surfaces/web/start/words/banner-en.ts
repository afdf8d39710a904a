export const words = {
  title: 'Sample company.',
  text: 'Everything here is made up.',
  remove: 'Remove the sample company',
  removeTitle: 'Remove the sample company?',
  removeText:
    'Larkenfeld goes with its goals, teams, people, history and repository, and Leitstand begins anew. Accounts stay. This cannot be undone.',
  added: 'What was added to it goes as well:',
  nothingAdded: 'Nothing was added to it.',
  links: '{count, plural, one {# link} other {# links}}',
  changed: 'changed',
  removeSubmit: 'Remove it for good',
  removing: 'Removing',
}
