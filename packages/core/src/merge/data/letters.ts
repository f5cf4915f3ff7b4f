/*
 * Letters that are not Latin with a mark, in Latin letters. Cyrillic after the BGN/PCGN romanization in its simple form
 * (Russian, Ukrainian and Belarusian letters together; where the three differ the Russian value stands, since names are
 * compared by sound afterwards), Greek after ELOT 743. Own table.
 */
export const LETTERS: ReadonlyMap<string, string> = new Map(
  'а=a б=b в=v г=g ґ=g д=d е=e ё=yo є=ye ж=zh з=z и=i і=i ї=yi й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ђ=dj ј=j љ=lj њ=nj ћ=c џ=dz ѓ=gj ќ=kj ѕ=dz α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o ł=l ø=o đ=d ð=d þ=th ß=ss æ=ae œ=oe ı=i ə=a ŋ=ng ħ=h'
    .split(' ')
    .map((pair) => {
      const [letter = '', latin = ''] = pair.split('=')
      return [letter, latin] as const
    }),
)
