/*
 * Names of countries by ISO 3166-1 alpha-3, folded. Made from packages/assets/gazetteers/countries (see its SOURCE.md):
 * merging has no assets, and must know that "Belarus" is all of BLR where "Minsk" is a part of it.
 */

const ROWS = `ABW aruba
AFG afghanistan|islamic republic of afghanistan
AGO angola|republic of angola
AIA anguilla
ALA aland islands|aaland
ALB albania|republic of albania
AND andorra|principality of andorra
ARE united arab emirates|emirates|uae
ARG argentina|argentine republic
ARM armenia|republic of armenia
ASM american samoa|amerika samoa
ATA antarctica
ATF french southern territories|french southern and antarctic lands|territory of the french southern and antarctic lands
ATG antigua barbuda|antigua and barbuda
AUS australia|commonwealth of australia
AUT austria|republic of austria
AZE azerbaijan|republic of azerbaijan
BDI burundi|republic of burundi
BEL belgium|kingdom of belgium
BEN benin|republic of benin
BES caribbean netherlands|bonaire sint eustatius and saba
BFA burkina faso|upper volta
BGD bangladesh|peoples republic of bangladesh
BGR bulgaria|republic of bulgaria
BHR bahrain|kingdom of bahrain
BHS bahamas|commonwealth of the bahamas
BIH bosnia herzegovina|bosnia|bosnia and herzegovina|republika srpska
BLM st barthelemy|saint barthelemy|collectivity of saint barthelemy
BLR belarus|republic of belarus|belorussia|byelorussia
BLZ belize
BMU bermuda|islands of bermuda
BOL bolivia|plurinational state of bolivia
BRA brazil|federative republic of brazil
BRB barbados
BRN brunei|brunei darussalam|nation of brunei abode of peace
BTN bhutan|kingdom of bhutan
BVT bouvet island|bouvet ya
BWA botswana|republic of botswana
CAF central african republic|republique centrafricaine|car
CAN canada|quebec
CCK cocos keeling islands|cocos islands|territory of the cocos keeling islands
CHE switzerland|swiss confederation
CHL chile|republic of chile
CHN china|peoples republic of china|communist china|mainland china|prc
CIV cote divoire|ivory coast|republic of cote divoire
CMR cameroon|republic of cameroon
COD congo kinshasa|congo drc|democratic republic of the congo|congo|dr congo|drc|democratic republic of congo|zaire
COG congo brazzaville|congo republic|republic of the congo|congo|republic of congo
COK cook islands|kuki airani
COL colombia|republic of colombia
COM comoros|union of the comoros
CPV cape verde|cabo verde|republic of cabo verde
CRI costa rica|republic of costa rica
CUB cuba|republic of cuba
CUW curacao|country of curacao
CXR christmas island|territory of christmas island
CYM cayman islands
CYP cyprus|republic of cyprus|northern cyprus
CZE czechia|czech republic|czechoslovakia
DEU germany|federal republic of germany|west germany|east germany|gdr
DJI djibouti|republic of djibouti
DMA dominica|commonwealth of dominica
DNK denmark|kingdom of denmark
DOM dominican republic
DZA algeria|peoples democratic republic of algeria
ECU ecuador|republic of ecuador
EGY egypt|arab republic of egypt
ERI eritrea|state of eritrea
ESH western sahara|sahrawi arab democratic republic
ESP spain|kingdom of spain
EST estonia|republic of estonia
ETH ethiopia|federal democratic republic of ethiopia|tigray|abyssinia
FIN finland|republic of finland
FJI fiji|republic of fiji
FLK falkland islands|falkland islands islas malvinas|falkland islands malvinas|islas malvinas
FRA france|french republic
FRO faroe islands|f royar
FSM micronesia|micronesia federated states of|federated states of micronesia
GAB gabon|gabonese republic
GBR united kingdom|great britain|united kingdom of great britain and northern ireland|uk|britain|england|scotland|wales|northern ireland
GEO georgia|sakartvelo|abkhazia|south ossetia
GGY guernsey|bailiwick of guernsey
GHA ghana|republic of ghana
GIB gibraltar
GIN guinea|republic of guinea
GLP guadeloupe|gwadloup
GMB gambia|republic of the gambia
GNB guinea bissau|republic of guinea bissau
GNQ equatorial guinea|republic of equatorial guinea
GRC greece|hellenic republic
GRD grenada
GRL greenland|gr nland
GTM guatemala|republic of guatemala
GUF french guiana|guiana
GUM guam|guahan
GUY guyana|co operative republic of guyana
HKG hong kong sar china|hong kong|hong kong special administrative region of the peoples republic of china
HMD heard mcdonald islands|heard island and mcdonald islands
HND honduras|republic of honduras
HRV croatia|republic of croatia
HTI haiti|republic of haiti
HUN hungary
IDN indonesia|republic of indonesia|west papua
IMN isle of man|ellan vannin
IND india|republic of india
IOT british indian ocean territory
IRL ireland|republic of ireland|irish republic
IRN iran|islamic republic of iran|persia
IRQ iraq|republic of iraq|iraqi kurdistan
ISL iceland|island
ISR israel|state of israel
ITA italy|italian republic
JAM jamaica
JEY jersey|bailiwick of jersey
JOR jordan|hashemite kingdom of jordan
JPN japan|nippon
KAZ kazakhstan|republic of kazakhstan
KEN kenya|republic of kenya
KGZ kyrgyzstan|kyrgyz republic|kirghizia|kirgizstan
KHM cambodia|kingdom of cambodia|kampuchea
KIR kiribati|independent and sovereign republic of kiribati
KNA st kitts nevis|saint kitts and nevis|federation of saint christopher and nevis|st kitts and nevis
KOR south korea|korea republic of|republic of korea
KWT kuwait|state of kuwait
LAO laos|lao peoples democratic republic
LBN lebanon|lebanese republic
LBR liberia|republic of liberia
LBY libya|state of libya|libyan arab jamahiriya
LCA st lucia|saint lucia
LIE liechtenstein|principality of liechtenstein
LKA sri lanka|democratic socialist republic of sri lanka|ceylon
LSO lesotho|kingdom of lesotho
LTU lithuania|republic of lithuania
LUX luxembourg|grand duchy of luxembourg
LVA latvia|republic of latvia
MAC macao sar china|macao|macau|macao special administrative region of the peoples republic of china
MAF st martin|saint martin french part|saint martin|collectivity of saint martin
MAR morocco|kingdom of morocco|western sahara
MCO monaco|principality of monaco
MDA moldova|moldova republic of|republic of moldova|moldavia|transnistria|transdniestria
MDG madagascar|republic of madagascar
MDV maldives|republic of the maldives
MEX mexico|united mexican states
MHL marshall islands|republic of the marshall islands
MKD north macedonia|republic of north macedonia|macedonia|former yugoslav republic of macedonia|fyrom
MLI mali|republic of mali
MLT malta|republic of malta
MMR myanmar burma|myanmar|republic of the union of myanmar|burma
MNE montenegro|crna gora
MNG mongolia
MNP northern mariana islands|commonwealth of the northern mariana islands
MOZ mozambique|republic of mozambique
MRT mauritania|islamic republic of mauritania
MSR montserrat
MTQ martinique
MUS mauritius|republic of mauritius
MWI malawi|republic of malawi
MYS malaysia
MYT mayotte|department of mayotte
NAM namibia|republic of namibia
NCL new caledonia
NER niger|republic of niger
NFK norfolk island|territory of norfolk island
NGA nigeria|federal republic of nigeria
NIC nicaragua|republic of nicaragua
NIU niue
NLD netherlands|netherlands kingdom of the|kingdom of the netherlands|holland
NOR norway|kingdom of norway
NPL nepal|federal democratic republic of nepal
NRU nauru|republic of nauru
NZL new zealand|aotearoa new zealand|aotearoa
OMN oman|sultanate of oman
PAK pakistan|islamic republic of pakistan
PAN panama|republic of panama
PCN pitcairn islands|pitcairn|pitcairn group of islands
PER peru|republic of peru
PHL philippines|republic of the philippines
PLW palau|republic of palau
PNG papua new guinea|independent state of papua new guinea
POL poland|republic of poland
PRI puerto rico|commonwealth of puerto rico
PRK north korea|democratic peoples republic of korea|dprk|n korea
PRT portugal|portuguese republic
PRY paraguay|republic of paraguay
PSE palestinian territories|palestine|state of palestine|gaza|gaza strip|west bank|east jerusalem
PYF french polynesia|polynesie francaise
QAT qatar|state of qatar
REU reunion|reunion island
ROU romania|rumania
RUS russia|russian federation|soviet union|ussr|soviet russia
RWA rwanda|republic of rwanda
SAU saudi arabia|kingdom of saudi arabia
SDN sudan|republic of the sudan|darfur
SEN senegal|republic of senegal
SGP singapore|republic of singapore
SGS south georgia south sandwich islands|south georgia and the south sandwich islands|south georgia
SHN st helena|saint helena|saint helena ascension and tristan da cunha
SJM svalbard jan mayen|svalbard and jan mayen|svalbard og jan mayen
SLB solomon islands
SLE sierra leone|republic of sierra leone
SLV el salvador|republic of el salvador
SMR san marino|most serene republic of san marino
SOM somalia|federal republic of somalia|somaliland|puntland
SPM st pierre miquelon|saint pierre and miquelon|collectivite territoriale de saint pierre et miquelon
SRB serbia|republic of serbia|yugoslavia|serbia and montenegro|federal republic of yugoslavia
SSD south sudan|republic of south sudan
STP sao tome principe|sao tome and principe|democratic republic of sao tome and principe
SUR suriname|republic of suriname
SVK slovakia|slovak republic
SVN slovenia|republic of slovenia
SWE sweden|kingdom of sweden
SWZ eswatini|swaziland|kingdom of eswatini
SXM sint maarten|sint maarten dutch part
SYC seychelles|republic of seychelles
SYR syria|syrian arab republic
TCA turks caicos islands|turks and caicos islands
TCD chad|republic of chad
TGO togo|togolese republic
THA thailand|kingdom of thailand|siam
TJK tajikistan|republic of tajikistan|tadjikistan
TKL tokelau
TKM turkmenistan
TLS timor leste|east timor|democratic republic of timor leste
TON tonga|kingdom of tonga
TTO trinidad tobago|trinidad and tobago|republic of trinidad and tobago|trinidad
TUN tunisia|tunisian republic
TUR turkiye|turkey|republic of turkiye
TUV tuvalu
TWN taiwan|taiwan province of china|republic of china taiwan|chinese taipei
TZA tanzania|united republic of tanzania|zanzibar
UGA uganda|republic of uganda
UKR ukraine|ukrayina
UMI us outlying islands|united states minor outlying islands
URY uruguay|oriental republic of uruguay
USA united states|united states of america|usa|us|america|states
UZB uzbekistan|republic of uzbekistan
VAT vatican city|holy see vatican city state|vatican city state|vatican|holy see
VCT st vincent grenadines|saint vincent and the grenadines|saint vincent|st vincent
VEN venezuela|bolivarian republic of venezuela
VGB british virgin islands|virgin islands british|virgin islands
VIR us virgin islands|virgin islands us|united states virgin islands|virgin islands of the united states
VNM vietnam|socialist republic of vietnam|viet nam|north vietnam|south vietnam
VUT vanuatu|republic of vanuatu
WLF wallis futuna|wallis and futuna|territory of the wallis and futuna islands
WSM samoa|independent state of samoa
XKK kosovo
YEM yemen|republic of yemen|south yemen|north yemen
ZAF south africa|republic of south africa|rsa
ZMB zambia|republic of zambia
ZWE zimbabwe|republic of zimbabwe|rhodesia`

export const COUNTRY_NAMES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ROWS.split('\n').map((row): readonly [string, ReadonlySet<string>] => [
    row.slice(0, 3),
    new Set(row.slice(4).split('|')),
  ]),
)
