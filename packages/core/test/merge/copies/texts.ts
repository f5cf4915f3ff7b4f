/** Texts on an invented story. Paragraphs are parted by a blank line. */
export const ORIGINAL = `BELGARD, May 3 (Northlight) - Karsovia released 11 political prisoners on Sunday, including the journalist Milena Dravich, after a Norwegian envoy met President Anton Verek at a hunting lodge outside the capital.

The prisoners were driven to the border in two buses and crossed into Lithuania shortly after nightfall, the Karsovian foreign ministry said in a statement. It said Verek had pardoned them as a gesture of goodwill.

"I brought a list, and he read every name aloud," the envoy, Ingrid Solvang, told reporters in Vilnius. She said the dinner had lasted four hours.

Verek's spokesman, Pavel Orsk, denied that Karsovia had received anything in return. "There was no deal and there will be no deal," Orsk said.

Dravich, 41, was arrested in 2023 and sentenced to six years in a penal colony. Her lawyer, Tomas Hale, said she had refused to sign a letter of apology to the state prosecutor.

At least 40 opposition activists remain behind bars in Karsovia, according to the rights group Dawn House, which urged the European Union to keep its sanctions on the state bank.

(Reporting by A. Writer in Belgard; Editing by B. Reader)`

export const LIGHT_EDIT = `Envoy wins freedom for eleven in Karsovia

By Our Staff

Karsovia freed 11 political prisoners on Sunday, including the journalist Milena Dravich, after a Norwegian envoy met President Anton Verek at a hunting lodge near the capital.

The prisoners were taken to the border in two buses and crossed into Lithuania shortly after nightfall, the Karsovian foreign ministry said in a statement. It said Verek had pardoned them as a gesture of goodwill.

Verek's spokesman, Pavel Orsk, denied that Karsovia had received anything in return. “There was no deal and there will be no deal,” Orsk said.

“I brought a list, and he read every name aloud,” the envoy, Ingrid Solvang, told reporters in Vilnius. She said the dinner had lasted four hours.

Dravich, 41, was arrested in 2023 and sentenced to six years in prison. Her lawyer, Tomas Hale, said she had refused to sign a letter of apology to the state prosecutor.

Subscribe to our newsletter for more stories like this one.`

export const EXCERPT = `World in brief

Verek's spokesman, Pavel Orsk, denied that Karsovia had received anything in return. "There was no deal and there will be no deal," Orsk said.

Dravich, 41, was arrested in 2023 and sentenced to six years in a penal colony. Her lawyer, Tomas Hale, said she had refused to sign a letter of apology to the state prosecutor.`

export const REWRITE = `Eleven people whom Karsovia held for political reasons, among them reporter Milena Dravich, have been let go following a visit by an envoy from Norway to a hunting lodge where she saw President Anton Verek.

According to a statement by the foreign ministry, two buses brought the prisoners to Lithuania's border, which they crossed on Sunday after dark. Their pardon was described as a gesture of goodwill on Verek's part.

Speaking to the press in Vilnius after a dinner of four hours, Ingrid Solvang said: "I brought a list, and he read every name aloud."

Pavel Orsk, who speaks for Verek, insisted Karsovia got nothing for it. "There was no deal and there will be no deal," were his words.

The 41-year-old Dravich had been in a penal colony since 2023, serving six years. She would not put her name to a letter of apology addressed to the prosecutor, lawyer Tomas Hale said.

Dawn House, a rights group, counts at least 40 activists of the opposition who are still in jail and wants the European Union's sanctions against the state bank to stay.`

/** Another outlet on the same day with its own reporting: shares names, numbers and both official quotations. */
export const INDEPENDENT = `VILNIUS — Jonas Petraitis had been waiting at the Medvin crossing since noon with a bag of apples and his daughter's winter coat. At a quarter past nine the barrier went up and two buses rolled through.

His daughter Rasa, a nurse, was one of 11 prisoners whom Karsovia set free on Sunday. "She is so thin that I did not know her," Mr Petraitis said.

Lithuania's interior minister, Egle Banyte, welcomed the group in a school gymnasium, where volunteers had laid out camp beds, soup and mobile telephones. Doctors took three of them to hospital.

The release was arranged by Norway's envoy, Ingrid Solvang. "I brought a list, and he read every name aloud," she said of President Anton Verek. Opposition figures in exile were less polite: Viktor Hanko of the Free Karsovia Council called it a sale of hostages and asked what Oslo had paid.

"There was no deal and there will be no deal," the president's spokesman said.

Three of those freed told this newspaper they had been moved from their cells on Thursday, shown new clothes and filmed. Nobody told them where they were going, said Anton Kreft, a history teacher who spent 26 months in Prison No. 4.`

/** A text of about `words` words from a made-up vocabulary; the same seed gives the same text. */
export function longText(words: number, seed: number): string {
  let state = seed
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 9) % below
  }
  const syllables = 'ba re mi to ku la ven dor sel ta ri no pa gim osk ulm'.split(' ')
  const word = (): string => Array.from({ length: 2 + next(2) }, () => syllables[next(syllables.length)]).join('')
  const vocabulary = Array.from({ length: 900 }, word)
  const sentences: string[] = []
  for (let left = words; left > 0; left -= 16) {
    const row = Array.from({ length: 16 }, () => vocabulary[next(vocabulary.length)] ?? '')
    sentences.push(
      `${row.map((one, i) => (i === 0 || next(7) === 0 ? one[0]?.toUpperCase() + one.slice(1) : one)).join(' ')}.`,
    )
  }
  return sentences.map((sentence, i) => (i % 4 === 3 ? `${sentence}\n\n` : `${sentence} `)).join('')
}
