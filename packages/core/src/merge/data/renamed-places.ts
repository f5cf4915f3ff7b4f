/*
 * Cities with two names in English print, one city a line: other romanizations and older names. Own list. Folded.
 */
const ROWS = `
kyiv kiev kyyiv
kharkiv kharkov
odesa odessa
lviv lvov lwow
dnipro dnipropetrovsk dnepropetrovsk dnepr
zaporizhzhia zaporozhye zaporizhia zaporizhzhya
mykolaiv nikolaev nikolayev
chernihiv chernigov
luhansk lugansk
rivne rovno
ternopil ternopol
kropyvnytskyi kirovohrad kirovograd
chornobyl chernobyl
homel gomel
hrodna grodno
vitebsk vitsebsk viciebsk
mogilev mahilyow mahiliou mahileu mogilyov
baranovichi baranavichy
bobruisk babruysk babruisk
minsk miensk
vilnius vilna wilno
gdansk danzig
wroclaw breslau
chisinau kishinev
tbilisi tiflis
astana nur sultan akmola
almaty alma ata
bishkek frunze
ashgabat ashkhabad
st petersburg saint petersburg leningrad
volgograd stalingrad
beijing peking
guangzhou canton
mumbai bombay
kolkata calcutta
chennai madras
bengaluru bangalore
yangon rangoon
ho chi minh city saigon
istanbul constantinople
izmir smyrna
jerusalem al quds
al hudaydah hodeidah hudaydah hodeida
aleppo halab
homs hims
raqqa ar raqqah rakka
mosul al mawsil
basra al basrah basrah
fallujah falluja
sanaa sana
taiz taizz
tripoli tarabulus
benghazi bengasi
jeddah jiddah jedda
mecca makkah
doha ad dawhah
quneitra al qunaytirah
marrakesh marrakech
the hague den haag s gravenhage
brussels bruxelles
geneva geneve genf
vienna wien
munich munchen
cologne koln
nuremberg nurnberg
rome roma
milan milano
turin torino
venice venezia
naples napoli
lisbon lisboa
prague praha
warsaw warszawa
krakow cracow
bucharest bucuresti
belgrade beograd
athens athina
copenhagen kobenhavn
gothenburg goteborg
moscow moskva
mexico city ciudad de mexico
havana la habana
tehran teheran
isfahan esfahan
mashhad meshed
pyongyang pyeongyang
busan pusan
taipei taibei
kaohsiung gaoxiong
gaza gaza city
n djamena ndjamena
eswatini swaziland
`

// "ho chi minh city saigon" cannot be parted by blanks: names of several words stand first in their line, the rest are single.
const SEVERAL = new Set([
  'nur sultan',
  'alma ata',
  'st petersburg',
  'saint petersburg',
  'ho chi minh city',
  'al quds',
  'al hudaydah',
  'ar raqqah',
  'al mawsil',
  'al basrah',
  'ad dawhah',
  'al qunaytirah',
  'the hague',
  'den haag',
  's gravenhage',
  'mexico city',
  'ciudad de mexico',
  'la habana',
  'gaza city',
  'n djamena',
])

/** For each form the form that stands for its city. */
export const PLACE_FORMS: ReadonlyMap<string, string> = new Map(
  ROWS.trim()
    .split('\n')
    .flatMap((line) => {
      const forms = formsOf(line)
      return forms.map((form) => [form.replace(/^the /, ''), forms[0]!.replace(/^the /, '')] as const)
    }),
)

function formsOf(line: string): string[] {
  const forms: string[] = []
  let rest = line
  while (rest !== '') {
    const several = [...SEVERAL].find((one) => rest === one || rest.startsWith(`${one} `))
    const form = several ?? rest.split(' ')[0]!
    forms.push(form)
    rest = rest.slice(form.length).trim()
  }
  return forms
}
