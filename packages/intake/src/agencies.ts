// News agencies as they sign their dispatches. Own list, from general knowledge of the trade (the members of the World,
// European and Asia-Pacific agency alliances and a few others); names are facts and carry no licence. The first form is
// the one a dossier shows.

export const AGENCIES: readonly (readonly string[])[] = [
  ['Reuters', 'Thomson Reuters'],
  ['Associated Press', 'AP', 'The Associated Press'],
  ['AFP', 'Agence France-Presse', 'Agence France Presse'],
  ['UPI', 'United Press International'],
  ['Bloomberg', 'Bloomberg News'],
  ['PA Media', 'PA', 'Press Association'],
  ['dpa', 'Deutsche Presse-Agentur'],
  ['EFE', 'Agencia EFE'],
  ['ANSA'],
  ['APA', 'Austria Presse Agentur'],
  ['Keystone-SDA'],
  ['Belga'],
  ['ANP'],
  ['NTB', 'Norsk Telegrambyrå'],
  ['TT', 'Tidningarnas Telegrambyrå'],
  ['Ritzau'],
  ['STT', 'Lehtikuva', 'STT-Lehtikuva'],
  ['BNS', 'Baltic News Service'],
  ['ELTA'],
  ['LETA'],
  ['PAP', 'Polish Press Agency'],
  ['ČTK', 'CTK', 'Czech News Agency'],
  ['TASR'],
  ['MTI'],
  ['Agerpres'],
  ['BTA', 'Bulgarian News Agency'],
  ['Tanjug'],
  ['HINA'],
  ['MIA'],
  ['ANA-MPA', 'AMNA'],
  ['Ukrinform'],
  ['UNIAN'],
  ['Interfax-Ukraine'],
  ['Interfax'],
  ['TASS', 'ITAR-TASS'],
  ['RIA Novosti', 'RIA'],
  ['Sputnik'],
  ['BelTA', 'Belta'],
  ['BelaPAN'],
  ['Kazinform'],
  ['AZERTAC', 'Azertac', 'AzerTAc'],
  ['Armenpress'],
  ['Interpressnews'],
  ['Anadolu', 'AA', 'Anadolu Agency'],
  ['DHA'],
  ['SANA'],
  ['NNA'],
  ['Petra'],
  ['WAFA'],
  ['MENA'],
  ['SPA', 'Saudi Press Agency'],
  ['WAM', 'Emirates News Agency'],
  ['QNA', 'Qatar News Agency'],
  ['KUNA'],
  ['ONA', 'Oman News Agency'],
  ['BNA', 'Bahrain News Agency'],
  ['IRNA'],
  ['ISNA'],
  ['Tasnim', 'Tasnim News Agency'],
  ['Mehr', 'Mehr News Agency'],
  ['Fars', 'Fars News Agency'],
  ['Xinhua'],
  ['CNA', 'Central News Agency', 'Focus Taiwan'],
  ['Kyodo', 'Kyodo News'],
  ['Jiji', 'Jiji Press'],
  ['Yonhap'],
  ['KCNA'],
  ['VNA'],
  ['Bernama'],
  ['Antara'],
  ['PTI', 'Press Trust of India'],
  ['ANI', 'Asian News International'],
  ['IANS'],
  ['APP', 'Associated Press of Pakistan'],
  ['UNB', 'United News of Bangladesh'],
  ['AAP', 'Australian Associated Press'],
  ['Canadian Press', 'CP', 'The Canadian Press'],
  ['Prensa Latina'],
  ['Notimex'],
  ['MAP', 'Maghreb Arabe Presse'],
  ['TAP', 'Tunis Afrique Presse'],
  ['APS', 'Algerie Presse Service'],
  ['NAN', 'News Agency of Nigeria'],
]

const BY_NAME: ReadonlyMap<string, string> = new Map(
  AGENCIES.flatMap((names) => names.map((name) => [name.toLowerCase(), names[0] ?? name] as const)),
)

/** The agency of a name as signed, "The Associated Press" or "AP"; null for any other name. */
export function agencyOf(name: string): string | null {
  const plain = name
    .trim()
    .replace(/[.,;:]+$/, '')
    .toLowerCase()
  return BY_NAME.get(plain) ?? BY_NAME.get(plain.replace(/^the /, '')) ?? null
}

/** A name as the agency writes it where it is one: "AP" stays "AP", "REUTERS" is "Reuters". */
export function signedForm(name: string): string {
  const plain = name.trim().replace(/[.,;:]+$/, '')
  const forms = AGENCIES.flat()
  return (
    forms.find((form) => form === plain) ?? forms.find((form) => form.toLowerCase() === plain.toLowerCase()) ?? plain
  )
}
