/*
 * Given names whose forms may stand for one person: romanizations out of Russian, Ukrainian, Belarusian and Arabic, and short
 * forms in use; one group a line. Names of other languages that only correspond ("Jan" and "Ivan") are names of other people.
 * Folded (lower case, no marks). A name alone in its line is unlike all others. Own list from general knowledge of names. A form stands in one group only: where a short form belongs to two
 * names ("alex", "sandy", "pat") it is left out.
 */

const GROUPS = `
aleksandr alexander aliaksandr alyaksandr oleksandr alexandr aleksander aleksandar aliaksander
alexandre alexandros
aleksandra alexandra aliaksandra oleksandra
aleksei alexei aleksey alexey aliaksei alyaksei oleksii oleksiy oleksij aliaksey
anatoly anatoli anatoliy anatolii anatol anatolij
andrei andrey andrej andrii andriy andrij
andrew andy drew
andreas
andrzej
andres
andre
andras
andrea
anton
antony anthony tony
antonio
antoine
artem artyom artiom artem artsiom
boris barys borys
vladimir volodymyr uladzimir wladimir wolodymyr uladzimer vladimer
vladislav vladyslav uladzislau wladyslaw
viktor victor viktar
vasily vasili vasiliy vasyl vasil wasyl
valery valeri valeriy valerii valeryi
vitaly vitali vitaliy vitalii vital
viacheslav vyacheslav viachaslau viacheslau
vadim vadym vadzim
grigory grigori grigoriy grigorij hryhoriy hryhorii ryhor
gregory greg
gennady gennadi gennadiy henadz hennadii
georgy georgi georgiy heorhiy heorhii
george
jorge
yury yuri yuriy yurii iurii iury jury
jerzy
dmitry dmitri dmitriy dmitrii dmytro dzmitry dzmitri dimitri dimitry dmitrij
evgeny yevgeny evgeni yevgeni evgeniy yevgeniy yevhen yauhen yawhen evgenii evgenij
eugene gene
elena yelena olena alena
helena
helen
helene
ekaterina yekaterina kateryna katsiaryna katerina
catherine katherine kate kathy katy
ivan
jan
john johnny jack
johann johannes
juan
jean
giovanni
yan
ian
sean
evan
janos
yahya yehia
igor ihor ihar
ilya ilia illya illia iliya illa
irina iryna
irena
irene
yulia yuliya iulia yuliia julia julija iuliia yulija
konstantin kostiantyn kanstantsin kostyantyn
leonid leanid
maria mariya maryia mariia marija
mary
marie
mikhail mihail mykhailo mikhailo mykhaylo mikhas mikhaylo
michael mike mickey
michel
miguel
michal
mihai
mihajlo
maxim maksim maksym maxime
natalia natalya nataliya natallia nataliia
natalie
nikolai nikolay mykola mikalai nikolaj mikola
nicholas nick
nicolas
nikola
nikos nikolaos
miklos
oleg oleh aleh
olga olha volha
pavel pavlo paval
paul
pablo
paolo
pawel
petr pyotr petro piatro pyatro piotr
peter pete
pierre
pedro
roman raman
sergei sergey siarhei serhiy serhii sergiy sergej siarhey serhey sergii sergeii siargei
serge
sergio
stanislav stanislau stanislaw
stepan stsiapan sciapan
stephen steven steve
stefan
etienne
esteban
svetlana sviatlana svitlana sviatlanna
svyatoslav sviatoslav
tatiana tatyana tatsiana tetiana tetyana
fyodor fedor fiodar fedir fiodor
theodore ted theo
yaroslav jaroslav yaraslau jaroslaw
mohammed muhammad mohamed mohammad mohamad muhammed mohamet mahomet mehmet mahamat mahamadou mamadou muhamad muhamed mohammod mohd mehmed
ahmed ahmad ahmet achmed achmad amadou
mahmoud mahmud mahmood mehmood
mustafa mostafa moustafa mustapha mustafe
hussein husain hossein husayn hussain houssein husein huseyin hossain
hassan hasan hassane
khalid khaled halid khalit
khalil halil chalil
abdullah abdallah abdulla abdalla abdoulaye
abdulrahman abdelrahman abdurrahman abdurahman abderrahmane abdirahman abdul-rahman
abdulaziz abdelaziz abdul-aziz abdolaziz
abdulkarim abdelkarim abdelkrim
abdelfattah abdulfattah
yusuf youssef yousef yusef yousuf yussuf youssouf
yosef yossi
josef jozef
joseph joe
jose
giuseppe
osip iosif
ibrahim ebrahim ibraheem ibrahima
abraham abe
avraham
ismail ismael esmail ismaeel
omar umar omer oumar
osama usama oussama
suleiman sulaiman suleyman sulayman soleiman
solomon
saeed said sayed sayeed saed
salim saleem selim
karim kareem kerim
jamal gamal djamal jemal cemal
nasser nasir naser nacer
faisal faysal feisal faycal
qasim qassem kassem kasim qasem qassim kasem
rashid rasheed rachid reshid
tariq tarek tarik tareq
walid waleed oualid
yasser yasir yaser
zaid zayed zayd zeid
fatima fatimah fatma fatemeh fatemah
aisha aysha ayesha aicha
amir ameer emir
bashar bashaar
hamid hameed
haidar haydar heydar haider
javad jawad
majid majeed madjid
mehdi mahdi mehdy
reza rida riza
robert rob bob bobby
roberto
richard rick dick rich
ricardo
william bill billy will
wilhelm vilhelm
willem
guillermo
guillaume
james jim jimmy
thomas tom tommy
tomas
tomasz
tamas
charles charlie chuck
carlos
carl karl
carlo
karel
edward eddie ned
eduardo
eduard edvard
daniel dan danny
david dave
daud dawid dawood daoud
donald don donnie
douglas doug
frederick fred freddie frederic fredrik
friedrich
henry harry hank
henri
enrique
heinrich
henrik
jeffrey jeff geoffrey
jennifer jen jenny
kenneth ken kenny
lawrence larry
laurent
leonard len lenny
matthew matt
matteo
mathieu
mateusz
nathaniel nathan nat
patrick paddy
patricio
philip phil phillip
philippe
felipe
filip
raymond ray
ronald ron ronnie
samuel sam sammy
stuart stewart stu
timothy tim timmy
vincent vince
vicente
walter walt
zachary zach zack
elizabeth liz beth betty lizzie
elisabeth
margaret maggie meg peggy
margarita
susan sue
susanne
barbara barb
deborah debbie debra
patricia patty tricia
rebecca becky rebekah
victoria vicky
viktoria viktoriya viktoryia viktoriia
anna hanna ganna
ann
anne
ana
annie
christopher chris
benjamin ben benny
binyamin
jacob jake
jakob
yakov iakov yakiv
luke
lucas lukas
luca
mark marc
marco
marcus markus
marek
simon
symon
francis frank
francisco paco
francesco
franz
francois
franciszek
louis lewis
luis
luigi
ludwig
martin marty
marcin
gabriel gabe
rafael raphael
recep rejep
`

/** Group number of each form: forms of one number are one name. */
export const GIVEN_NAME_GROUPS: ReadonlyMap<string, number> = new Map(
  GROUPS.trim()
    .split('\n')
    .flatMap((line, group) => line.split(' ').map((form) => [form, group] as const)),
)

/** Endings of patronymics as romanized from Russian, Ukrainian, Belarusian, Serbian and Bulgarian use. */
export const PATRONYMIC =
  /(?:ovich|evich|yevich|avich|iavich|ovych|evych|yovych|yevych|ovitch|evitch|ovna|evna|yevna|ivna|yivna|auna|euna|inichna|ichna)$/
