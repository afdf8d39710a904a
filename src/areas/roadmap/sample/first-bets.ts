import { ago, say, the, type SampleRecord } from '#workspace'
import { bet } from './bet-with-history.ts'

/** Of the first year: three houses, ten minutes, bills by the fifth. */
export const firstBets: readonly SampleRecord[] = [
  bet('share-by-hour', {
    written: 544,
    shaped: 541,
    committed: 541,
    started: 540,
    end: [
      447,
      'shipped',
      say(
        'People look every morning for three weeks, then once a month, when the bill comes. **The hour must be right on the bill**; in the app a day is enough.',
        'Drei Wochen lang sehen die Leute jeden Morgen nach, danach einmal im Monat, wenn die Rechnung kommt. **Die Stunde muss auf der Rechnung stimmen**; in der App reicht der Tag.',
      ),
    ],
    by: ['jonte', 'ilka'],
    teams: ['residents'],
    goals: ['first-buildings'],
    size: [30, 50],
    fields: {
      title: say(
        'A household sees its share of the roof by the hour',
        'Ein Haushalt sieht stündlich seinen Anteil am Dach',
      ),
      hypothesis: say(
        'If people see what the roof gives them while it gives, they tell the neighbours. Wrong, if after a month fewer than half have looked twice.',
        'Wer sieht, was das Dach gerade gibt, erzählt es den Nachbarn. Falsch, wenn nach einem Monat weniger als die Hälfte zweimal hineingesehen hat.',
      ),
      horizon: 'now',
      investment: 'feature',
      wanted: ago(450),
      wantedReason: say('The second house is handed over.', 'Das zweite Haus wird übergeben.'),
      stopCriteria: say(
        'The first house still reads its meters by hand after six weeks.',
        'Das erste Haus liest seine Zähler nach sechs Wochen noch von Hand ab.',
      ),
    },
  }),
  bet('one-pipeline', {
    written: 518,
    shaped: 514,
    committed: 513,
    started: 512,
    end: [
      315,
      'shipped',
      say(
        'The pipeline was half of it. The other half was access: as long as one person had to agree, nobody pressed the button.',
        'Die Pipeline war die eine Hälfte. Die andere waren die Rechte: Solange eine Person zustimmen musste, drückte niemand auf den Knopf.',
      ),
    ],
    by: ['jonte', 'mara'],
    teams: ['platform'],
    goals: ['self-deploy'],
    size: [40, 80],
    fields: {
      title: say(
        'One pipeline for all services, and back in a minute',
        'Eine Pipeline für alle Dienste, und in einer Minute zurück',
      ),
      hypothesis: say(
        'Teams do not ask for deployments because they are careful, but because every service is deployed in another way. With one way they do it themselves.',
        'Die Teams fragen nicht aus Vorsicht nach, sondern weil jeder Dienst anders ausgeliefert wird. Gibt es nur einen Weg, gehen sie ihn selbst.',
      ),
      horizon: 'now',
      investment: 'foundation',
      splitLow: 1,
      splitHigh: 1.4,
      stopCriteria: say(
        'A second service takes longer to move over than the first.',
        'Der zweite Dienst braucht für den Umzug länger als der erste.',
      ),
    },
    later: [
      {
        daysAgo: 405,
        fields: {
          low: 60,
          high: 100,
          risks: [
            {
              risk: say(
                'The database does not come back with the code',
                'Die Datenbank kommt nicht mit dem Code zurück',
              ),
              chance: 40,
              low: 5,
              high: 15,
            },
          ],
        },
      },
    ],
  }),
  bet('signature-last', {
    written: 438,
    shaped: 434,
    committed: 432,
    started: 430,
    end: [
      302,
      'shipped',
      say(
        'Nobody minds signing; everybody minds signing first. A third of those who gave up came back by themselves.',
        'Niemand unterschreibt ungern, aber alle ungern zuerst. Ein Drittel derer, die abgebrochen hatten, kam von selbst zurück.',
      ),
    ],
    by: ['jonte', 'ilka'],
    teams: ['residents'],
    goals: ['join'],
    size: [35, 60],
    fields: {
      title: say('The signature comes last', 'Unterschrieben wird zuletzt'),
      hypothesis: say(
        'If a household sees its price before it signs, it takes ten minutes instead of fifty-five. We would see that it is wrong by people stopping at the price.',
        'Sieht ein Haushalt seinen Preis, bevor er unterschreibt, dauert es zehn Minuten statt fünfundfünfzig. Falsch wäre es, wenn die Leute dann beim Preis aufhören.',
      ),
      horizon: 'next',
      investment: 'feature',
      wanted: ago(290),
      wantedReason: say('A house with 34 flats is handed over.', 'Ein Haus mit 34 Wohnungen wird übergeben.'),
      stopCriteria: say(
        'Two versions in a row do not save five minutes.',
        'Zwei Fassungen nacheinander sparen keine fünf Minuten.',
      ),
    },
  }),
  bet('month-end', {
    written: 423,
    shaped: 420,
    committed: 419,
    started: 418,
    end: [
      255,
      'shipped',
      say(
        'The night was never the problem. Eleven of nineteen days went into looking for readings that nobody had sent.',
        'Die Nacht war nie das Problem. Elf der neunzehn Tage gingen in die Suche nach Werten, die niemand geschickt hatte.',
      ),
    ],
    by: ['jonte', 'bahar'],
    teams: ['landlords'],
    goals: ['bills-by-fifth'],
    size: [25, 45],
    fields: {
      title: say('All bills are made in one night', 'Alle Rechnungen entstehen in einer Nacht'),
      hypothesis: say(
        'If the run finishes in a night, we see at breakfast what is missing, and have four days for it.',
        'Ist der Lauf in einer Nacht fertig, sehen wir beim Frühstück, was fehlt, und haben vier Tage dafür.',
      ),
      horizon: 'now',
      investment: 'feature',
      wanted: ago(270),
      wantedReason: say(
        'Before the year’s accounts of the landlords; later each of them asks one by one.',
        'Vor den Jahresabschlüssen der Vermieter; danach fragen sie alle einzeln nach.',
      ),
      stopCriteria: say(
        'A run of three houses takes longer than two hours after ten weeks.',
        'Ein Lauf über drei Häuser dauert nach zehn Wochen länger als zwei Stunden.',
      ),
      labels: [say('billing', 'abrechnung')],
    },
  }),
  bet('operator-forms', {
    written: 407,
    shaped: 396,
    committed: 394,
    started: 390,
    end: [
      320,
      'stopped',
      say(
        'There are more than eight hundred of them, a tenth changes its forms every quarter, and half wants them by fax. Three contracts in two months; it was right to have written down when to stop.',
        'Es sind über achthundert, ein Zehntel ändert jedes Quartal die Formulare, und die Hälfte will sie per Fax. Drei Verträge in zwei Monaten; gut, dass wir vorher aufgeschrieben hatten, wann wir aufhören.',
      ),
    ],
    by: ['jonte', 'mara'],
    teams: ['platform'],
    goals: ['every-operator'],
    size: [40, 90],
    fields: {
      title: say(
        'The forms of every grid operator fill themselves in',
        'Die Formulare jedes Netzbetreibers füllen sich selbst aus',
      ),
      hypothesis: say(
        'If the forms fill themselves in, a contract costs us an hour instead of a week, and every operator becomes possible.',
        'Füllen sich die Formulare selbst aus, kostet ein Vertrag eine Stunde statt einer Woche, und jeder Netzbetreiber wird möglich.',
      ),
      horizon: 'next',
      investment: 'learning',
      risks: [
        {
          risk: say('Every operator is a case of its own', 'Jeder Netzbetreiber ist ein eigener Fall'),
          chance: 50,
          low: 20,
          high: 80,
        },
      ],
      stopCriteria: say(
        'Fewer than ten contracts after two months.',
        'Weniger als zehn Verträge nach zwei Monaten.',
      ),
    },
  }),
  bet('roof-model', {
    written: 368,
    shaped: 297,
    committed: 292,
    started: 284,
    end: [
      246,
      'shipped',
      say(
        'From 22 to a good 13 per cent, then no further: the limit is the weather model, not ours. Nobody at our size computes better weather than the weather service.',
        'Von 22 auf gut 13 Prozent, dann nicht weiter: Die Grenze ist das Wettermodell, nicht unseres. Niemand unserer Größe rechnet besseres Wetter als der Wetterdienst.',
      ),
    ],
    by: ['jonte', 'aino'],
    teams: ['platform'],
    goals: ['surplus'],
    size: [8, 25],
    fields: {
      title: say('A weather model of our own for every roof', 'Ein eigenes Wettermodell für jedes Dach'),
      hypothesis: say(
        'Whoever knows the tilt and the shadow of a roof needs only little weather. We try for a quarter whether that brings us to five per cent.',
        'Wer Neigung und Schatten eines Dachs kennt, braucht nur wenig Wetter. Wir probieren ein Quartal lang, ob uns das auf fünf Prozent bringt.',
      ),
      horizon: 'later',
      investment: 'learning',
      stopCriteria: say(
        'The error stays above fifteen per cent after ten weeks.',
        'Der Fehler bleibt nach zehn Wochen über fünfzehn Prozent.',
      ),
      labels: [say('forecast', 'prognose')],
    },
    later: [{ daysAgo: 299, fields: { teams: [the('metering')] } }],
  }),
]
