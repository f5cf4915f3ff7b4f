import { describe, expect, it } from 'vitest'
import { findLanguage } from '../src/language.ts'

// Written for this test: the same short report in several languages.
const TEXTS: Readonly<Record<string, string>> = {
  en: 'The envoys of the two states met in Oslo on Tuesday and said that they would exchange eleven prisoners before the end of the month. A spokesman for the ministry declined to give any details, but called the talks useful.',
  de: 'Die Gesandten der beiden Staaten trafen sich am Dienstag in Oslo und sagten, dass sie bis zum Ende des Monats elf Gefangene austauschen wollen. Ein Sprecher des Ministeriums nannte keine Einzelheiten, bezeichnete die Gespräche aber als nützlich.',
  fr: "Les envoyés des deux États se sont rencontrés mardi à Oslo et ont déclaré qu'ils échangeraient onze prisonniers avant la fin du mois. Un porte-parole du ministère a refusé de donner des détails, mais a qualifié les discussions d'utiles.",
  es: 'Los enviados de los dos Estados se reunieron el martes en Oslo y dijeron que intercambiarían a once prisioneros antes de fin de mes. Un portavoz del ministerio no quiso dar detalles, pero calificó de útiles las conversaciones.',
  pl: 'Wysłannicy obu państw spotkali się we wtorek w Oslo i zapowiedzieli, że do końca miesiąca wymienią jedenastu więźniów. Rzecznik ministerstwa nie podał szczegółów, ale nazwał rozmowy pożytecznymi.',
  ru: 'Посланники двух государств встретились во вторник в Осло и заявили, что до конца месяца обменяются одиннадцатью заключёнными.',
  uk: 'Посланці двох держав зустрілися у вівторок в Осло й заявили, що до кінця місяця обміняються одинадцятьма ув’язненими.',
  be: 'Пасланнікі дзвюх дзяржаў сустрэліся ў аўторак у Осла і заявілі, што да канца месяца абмяняюцца адзінаццаццю зняволенымі.',
  tr: 'İki devletin temsilcileri salı günü Oslo’da bir araya geldi ve ay sonundan önce on bir mahkûmu takas edeceklerini söyledi. Bakanlık sözcüsü ayrıntı vermedi ama görüşmelerin yararlı olduğunu belirtti.',
  ar: 'التقى مبعوثا الدولتين يوم الثلاثاء في أوسلو وقالا إنهما سيتبادلان أحد عشر سجينا قبل نهاية الشهر.',
  zh: '两国特使星期二在奥斯陆会晤，并表示将在月底前交换十一名囚犯。外交部发言人拒绝透露细节。',
}

describe('findLanguage', () => {
  it.each(Object.entries(TEXTS))('tells %s', async (code, text) => {
    const language = await findLanguage(text)
    expect(language.code).toBe(code)
    expect(language.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(
      code === 'en' ? [] : ['intake/not-english'],
    )
  })

  it('names the language and what follows from it', async () => {
    const { diagnostics } = await findLanguage(TEXTS['de'] ?? '')
    expect(diagnostics[0]).toMatchObject({ severity: 'warning', stage: 'intake', span: null })
    expect(diagnostics[0]?.message).toContain('German (de), not in English')
  })

  it.each([
    '',
    '14',
    'Minister meets envoy',
    'Ada Holm, Bo Lund, Cem Kaya, Dana Weiss, Emil Novak',
    'Die Welt',
    `${TEXTS['en']} „Wir sind zufrieden“, sagte er auf Deutsch, „und wir kommen wieder, wenn man uns ruft.“`,
  ])('says nothing where it is not sure: %j', async (text) => {
    expect(await findLanguage(text)).toEqual({ code: 'en', diagnostics: [] })
  })
})

it.each([
  [
    'Der Außenminister hat am Montag den Botschafter einbestellt und gegen die Festnahme der beiden Journalisten protestiert.',
    'de',
  ],
  ['Le ministre a déclaré que les deux otages ont été libérés dans la nuit par leurs ravisseurs.', 'fr'],
  ['El ministro dijo que los dos periodistas fueron liberados por las autoridades y que están con sus familias.', 'es'],
  ['Macron meets Xi in Paris; talks on Taiwan, trade', 'en'],
  ['Los Angeles and San Pedro mayors thank El Salvador and Las Vegas police', 'en'],
] as const)('tells the language of a short text: %s', async (text, code) => {
  expect((await findLanguage(text)).code).toBe(code)
})
