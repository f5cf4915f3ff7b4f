import { expect, test } from 'vitest'
import { createTextReader } from '../read-text.ts'

const read = await createTextReader()

/** Actors of a text as "kind name". */
function actorsOf(text: string): readonly string[] {
  return read(text).actors.map((actor) => `${actor.kind} ${actor.name}`)
}

test('the small second syllable of a given name is part of it', () => {
  expect(actorsOf('Spokesperson Koo Byung-sam spoke. Kim Dae-un’s sister met Lee Do-yun’s envoy.')).toEqual([
    'person Koo Byung-sam',
    'person Kim Dae-un’s sister',
    'person Kim Dae-un',
    'person Lee Do-yun’s envoy',
    'person Lee Do-yun',
  ])
  expect(actorsOf('An Oslo-based group and the Warsaw-led team met.')).not.toContain('person Oslo-based')
})

test('a name is sure behind a noun for one person, an office, a rank in letters, and beside an age', () => {
  const kinds = actorsOf(
    'Lawyer Otieno Were told the court of it. Were could not say more. The state police spokesman, DSP Ngozi Umeh, left. “We waited,” recalled harbourmaster Tama Reet, 58. Presiding judge Colonel Maja Lie agreed. Mum-of-two Kirsty Brae wept.',
  ).filter((one) => one.startsWith('person '))
  expect(kinds).toEqual([
    'person Otieno Were',
    'person Ngozi Umeh',
    'person Tama Reet',
    'person Maja Lie',
    'person Kirsty Brae',
  ])
  // Bodies and places stand behind such nouns as well, and several are no title of one.
  const others = actorsOf(
    'Its owner, Harbor Bank, met rival Port Hale Shipping. Geologists Ada Brandt and Max Hale came.',
  )
  expect(others).not.toContain('person Harbor Bank')
  expect(others).not.toContain('person Port Hale Shipping')
  expect(others).toContain('person Ada Brandt')
})

test('portfolios, honors and adjectives before a name, and bodies with a small word or an office inside', () => {
  expect(
    actorsOf(
      'Foreign Affairs Minister Linh Tran came. The Rt Rev Alison Brae spoke. Tearful Joanne Reet, 38, wept. Petra Novak of the Vesta Institute left.',
    ).filter((one) => one.startsWith('person ')),
  ).toEqual(['person Linh Tran', 'person Alison Brae', 'person Joanne Reet', 'person Petra Novak'])
  const bodies = actorsOf(
    `Relief Without Frontiers thanked the intelligence service BIX. According to the Prosecutor General's Office, all files have been closed. His employer, Harlan Logistics, paid.`,
  )
  for (const name of ['Relief Without Frontiers', 'BIX', "Prosecutor General's Office", 'Harlan Logistics'])
    expect(bodies).toContain(`organization ${name}`)
  // Of two envoys the one of a body is not the one of a state, and a premier is no minister of foreign affairs.
  expect(actorsOf('They met the Emirati envoy. UN envoy Ramtane Bel was there.')).toContain('person the Emirati envoy')
  expect(actorsOf('The Premier of Tasmania says he left. Foreign Minister Linh Tran said she had stayed.')).toContain(
    'person The Premier of Tasmania',
  )
})

test('a body goes by the name before what it is, and an outlet by what the next sentence calls it', () => {
  expect(actorsOf('They fear the Mujahir-e Shalq armed group. The group denied it.')).toEqual([
    'organization Mujahir-e Shalq',
  ])
  expect(actorsOf('They fear the Oslo rebel group.')).not.toContain('organization Oslo')
  expect(actorsOf('KTRV has withdrawn its story. In a statement, the broadcaster said it was wrong.')).toContain(
    'outlet KTRV',
  )
  // A body's own army is another one.
  expect(actorsOf('The UN agency met the Vesta Party’s newspaper.')).toContain('organization The UN agency')
})

test('a company, an outlet, a party by what the text calls them elsewhere', () => {
  expect(actorsOf('Trondsen Shipping lost money. Trondsen called the report “false”.')).toEqual([
    'organization Trondsen Shipping',
  ])
  // Who is named in full is no company.
  expect(actorsOf('Trondsen Shipping lost money. Maja Trondsen left. Trondsen said so.')).toContain(
    'person Maja Trondsen',
  )
  const outlets = actorsOf('The public broadcaster Kan said on Thursday that he had come. According to Kan, he left.')
  expect(outlets.filter((one) => / Kan$/.test(one))).toEqual(['outlet Kan'])
  const parties = actorsOf('The opposition party Lelo objected. The ruling party has yet to respond.')
  expect(parties).toContain('organization The ruling party')
  expect(actorsOf('The ship’s manager, Argolis Marine, could not be reached.')).not.toContain(
    'person The ship’s manager',
  )
  expect(actorsOf('The newspaper Al-Minbar wrote so.')).toContain('outlet Al-Minbar')
  expect(actorsOf('He has since conceded to Jeune Monde that he left.')).toContain('outlet Jeune Monde')
  expect(actorsOf('He has since conceded to Jane Roe that he left.')).not.toContain('outlet Jane Roe')
})

test('who goes by another name, and the document’s own outlet', () => {
  expect(actorsOf('The rebel commander known as “El Rojo” said no. A guard, known for his temper, left.')).toContain(
    'person El Rojo',
  )
  const own = read(
    'Horizont: Ms. Wendt, you left. Why?\n\nWendt: I was tired.\n\nHorizont: And now?',
    undefined,
    'Der Horizont',
  )
  expect(own.actors.map((actor) => actor.kind)).not.toContain('organization')
  expect(own.actors.filter((actor) => actor.name === 'Horizont' && actor.kind === 'person')).toEqual([])
})

test.each([
  'TARSKGRAD, May 4: Two people were killed.',
  'TARSKGRAD, Norway — The envoy ended a visit.',
  'TARSKGRAD (AP) - The envoy ended a visit.',
])('the town of a dateline is a place: %s', (text) => {
  expect(actorsOf(text)).toContain('place TARSKGRAD')
})

test('an unnamed official of the lead is whom the headline names, not whom the text below has named', () => {
  const lead =
    'The visit helped free nine prisoners, US deputy envoy Jane Roe has said\n\nA senior US official has revealed how it went.\n\nIn an interview with Reuters, Roe, a deputy to the envoy, told of a dinner.'
  expect(actorsOf(lead).filter((name) => /official/.test(name))).toEqual([])
  const below =
    'Talks stall in Oslo\n\nNorwegian Prime Minister Jonas Hale left early on Monday.\n\nMediators worked on, according to a diplomat with knowledge of the talks. Hale spoke to no one.'
  expect(actorsOf(below)).toContain('person a diplomat')
})

/** Words of the mentions of the actor with this name, one after the other. */
function mentionsOf(text: string, name: string): readonly string[] {
  const { actors, mentions } = read(text)
  const actor = actors.find((one) => one.name === name)
  return mentions.filter((one) => one.actor === actor?.id).map(({ from, to }) => text.slice(from, to))
}

test.each([
  [
    'two of one surname, told apart by the title',
    'Ms Ana Duval was seized in Port Lune, her brother Marc Duval said. Ms Duval had been held before, after she accused the mayor.',
    'Ana Duval',
    ['Ms Ana Duval', 'her', 'Ms Duval', 'she'],
  ],
  [
    'the object of the second verb, which is not the subject of both',
    'Rebel chiefs received the two pilots and flew them to a village, from where a truck took them to Oslo.',
    'the two pilots',
    ['the two pilots', 'them', 'them'],
  ],
  [
    'a body named by its owner, which goes on as it',
    "Norland's foreign ministry voiced regret. It urged Belmarra to free the teacher.",
    "Norland's foreign ministry",
    ["Norland's foreign ministry", 'It'],
  ],
  [
    'a president of another land',
    'Prime Minister Jan Orel of Ardan met the president of Belmarra, Sam Tolo, in Oslo. The president of neighbouring Urland was there.',
    'Sam Tolo',
    ['the president of Belmarra', 'Sam Tolo'],
  ],
  [
    'two generals that are no soldiers',
    'The prosecutor general, Ivo Renn, said the men would go home. The secretary general of the union, Ada Novak, praised the move. The prosecutor general said more would follow.',
    'Ivo Renn',
    ['The prosecutor general', 'Ivo Renn', 'The prosecutor general'],
  ],
  [
    'whom his wife tells of, and not who spoke before',
    'Max Vance of the rights group spoke on Monday. Karim Orel’s wife said that he had been beaten in jail.',
    'Karim Orel',
    ['Karim Orel', 'he'],
  ],
  [
    'a decree that pardons somebody else than who signs it',
    'Unionist Jan Orel was sentenced in May. On Monday Max Hale signed a decree pardoning him.',
    'Jan Orel',
    ['Unionist Jan Orel', 'him'],
  ],
  [
    'a minister and the deputy of another',
    'Deputy Foreign Minister Behran Tolo rejected the remarks. The Belmarran foreign minister had called the verdict unjust.',
    'Behran Tolo',
    ['Deputy Foreign Minister Behran Tolo'],
  ],
])('%s', (_, text, name, expected) => {
  expect(mentionsOf(text, name)).toEqual(expected)
})

test('a breakaway region is another than the government of the country', () => {
  const actors = actorsOf('Transnistria freed two men on Monday. Chisinau thanked the mediators.')
  expect(actors).toContain('state Transnistria')
  expect(actors).toContain('state Moldova')
})

test('the government of a land told of before is not that of the city where somebody asks', () => {
  const { actors } = read(
    "Niger's military government has freed two engineers.\n\nOpposition politicians in Rome have asked whether the government made concessions.",
  )
  expect(actors.filter((one) => /government/.test(one.name)).map(({ name }) => name)).toEqual([
    "Niger's military government",
    'the government',
  ])
})

test('a nation’s adjective behind an article is somebody, also before a participle', () => {
  expect(actorsOf('Two Poles and a German released')).toContain('person a German')
})

test("a side's own envoy is nobody told of before, and more than so many are told as that", () => {
  expect(
    actorsOf(
      'Norland gave the Pellan ambassador two days to leave. It recalled its own envoy, Carlos Bente, on Friday.',
    ),
  ).toContain('person the Pellan ambassador')
  expect(actorsOf('The Pellan ambassador left. Adela Ruiz, the envoy to Oslo, met the minister.')).toContain(
    'person The Pellan ambassador',
  )
  // Near miss: called by the same noun and soon named.
  expect(actorsOf('The ambassador declined to speak. Ambassador Jane Roe had left.')).not.toContain(
    'person The ambassador',
  )
  expect(actorsOf('Groups say more than 200 of her supporters remain in detention.')).toContain(
    'group more than 200 of her supporters',
  )
})

test('who wrote it is meant by no pronoun below the byline', () => {
  const text = 'Home at last\nBy Gemma Starr\n\nA nurse knelt after a mission to free her.'
  const her = read(text).mentions.find(({ from, to }) => text.slice(from, to) === 'her')
  expect(her?.actor ?? null).not.toBe(read(text).actors.find(({ name }) => name === 'Gemma Starr')?.id)
})

test('who stands behind a dash in a headline is not what stands before it, and a month before its day is no place', () => {
  const found = actorsOf(
    'Norland frees two engineers after Swiss mediation -officials\n\nNorland freed them on Friday.',
  )
  expect(found.some((one) => /mediation/.test(one))).toBe(false)
  expect(actorsOf('Leader not on the list - lawyer\n\nThe lawyer spoke.').join()).not.toContain('list - lawyer')
  expect(actorsOf('VELN, Nov 19 - Norland on Wednesday released two engineers.').join()).not.toContain('Nov')
})
