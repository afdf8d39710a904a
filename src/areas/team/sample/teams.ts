import { ago, say, the, type SampleRecord } from '#workspace'

const component = (name: string, from: number, until?: number) => ({
  repository: 'larkenfeld',
  component: name,
  from: ago(from),
  ...(until === undefined ? {} : { until: ago(until) }),
})

/** Two teams in the beginning, four at the end; what they own goes from one to another. */
export const teams: readonly SampleRecord[] = [
  {
    name: 'residents',
    type: 'team',
    versions: [
      {
        daysAgo: 548,
        fields: {
          name: say('Residents', 'Bewohner'),
          kind: 'stream-aligned',
          charter: say(
            'Everything that somebody who lives under one of our roofs sees and does. For residents and landlords alike, until there are more of us.',
            'Alles, was jemand sieht und tut, der unter einem unserer Dächer wohnt. Bis wir mehr sind, auch für die Vermieter.',
          ),
          components: [component('apps/resident', 548), component('apps/landlord', 548)],
        },
      },
      { daysAgo: 547, fields: { lead: the('ilka') } },
      {
        daysAgo: 430,
        fields: {
          charter: say(
            'Everything that somebody who lives under one of our roofs sees and does: joining, the daily share of sun, the bill. Not: what landlords see.',
            'Alles, was jemand sieht und tut, der unter einem unserer Dächer wohnt: beitreten, der tägliche Anteil an der Sonne, die Rechnung. Nicht: was Vermieter sehen.',
          ),
          components: [component('apps/resident', 548), component('apps/landlord', 548, 430)],
        },
      },
    ],
  },
  {
    name: 'platform',
    type: 'team',
    versions: [
      {
        daysAgo: 548,
        fields: {
          name: say('Platform', 'Plattform'),
          kind: 'platform',
          charter: say(
            'Takes whatever makes the other teams wait and turns it into something they can do themselves.',
            'Nimmt sich vor, worauf die anderen Teams warten, und macht daraus etwas, das sie selbst können.',
          ),
          components: [
            component('platform/deploy', 548),
            component('packages/contracts', 548),
            component('packages/kit', 548),
            component('services/metering', 548),
          ],
        },
      },
      { daysAgo: 547, fields: { lead: the('mara') } },
      {
        daysAgo: 300,
        fields: {
          components: [
            component('platform/deploy', 548),
            component('packages/contracts', 548),
            component('packages/kit', 548),
            component('services/metering', 548, 300),
          ],
        },
      },
    ],
  },
  {
    name: 'landlords',
    type: 'team',
    versions: [
      {
        daysAgo: 430,
        fields: {
          name: say('Landlords and billing', 'Vermieter und Abrechnung'),
          kind: 'stream-aligned',
          charter: say(
            'A landlord signs up, sees what the roof earns, and every bill is right the first time.',
            'Vermieter melden ihr Haus an, sehen, was das Dach einbringt, und jede Rechnung stimmt beim ersten Mal.',
          ),
          lead: the('bahar'),
          components: [component('apps/landlord', 430), component('services/billing', 430)],
        },
      },
    ],
  },
  {
    name: 'metering',
    type: 'team',
    versions: [
      {
        daysAgo: 300,
        fields: {
          name: say('Metering and forecast', 'Messung und Prognose'),
          kind: 'complicated-subsystem',
          charter: say(
            'Readings from every meter within a minute, and what tomorrow’s sun will bring. The others ask it for figures and need not know how meters speak.',
            'Werte von jedem Zähler innerhalb einer Minute, und was die Sonne morgen bringt. Die anderen bekommen Zahlen und müssen nicht wissen, wie Zähler sprechen.',
          ),
          lead: the('aino'),
          components: [component('services/metering', 300), component('services/forecast', 300)],
        },
      },
    ],
  },
]
