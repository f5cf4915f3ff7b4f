/*
 * Surnames so common that a name alone does not tell who is meant, folded; and given names of which the same is true where
 * both are common. Own list from general knowledge of the most frequent surnames of many countries.
 */
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

export const COMMON_SURNAMES = wordsOf(`
ivanov ivanova petrov petrova smirnov smirnova kuznetsov kuznetsova popov popova vasiliev vasilev sokolov sokolova mikhailov novikov fedorov
fyodorov morozov volkov alekseev lebedev semenov semyonov egorov pavlov kozlov stepanov nikolaev orlov andreev makarov nikitin zakharov
zaitsev soloviev borisov yakovlev grigoriev romanov vorobyov sergeev kuzmin frolov alexandrov dmitriev korolev gusev kiselev ilyin maximov
polyakov sorokin vinogradov kovalev belov medvedev antonov tarasov zhukov baranov filippov komarov davydov belyaev gerasimov bogdanov
shevchenko kovalenko bondarenko tkachenko kravchenko oliynyk koval kovalchuk melnyk boyko kovaliov ivanou kazlou navitski
novak kovac kovacs nagy szabo toth horvath horvat svoboda novotny dvorak cerny prochazka kowalski nowak wisniewski wojcik kaminski lewandowski
zielinski popescu ionescu popa dimitrov georgiev jovanovic petrovic nikolic markovic djordjevic hodzic
smith jones williams brown taylor davies evans wilson thomas roberts johnson lewis walker robinson wood thompson white watson jackson wright
green harris cooper king lee martin clarke james morgan hughes edwards hill moore clark harrison scott young morris hall ward turner carter
phillips mitchell patel adams campbell anderson allen cook bailey parker miller davis khan allison baker nelson
muller mueller schmidt schneider fischer weber meyer wagner becker schulz hoffmann dupont durand martin bernard dubois moreau laurent
garcia rodriguez martinez fernandez lopez gonzalez hernandez perez sanchez ramirez cruz flores gomez torres rivera diaz reyes morales ortiz
silva santos oliveira souza pereira costa ferreira rossi russo ferrari esposito bianchi
hansen johansen olsen larsen andersen pedersen nilsen jensen nielsen andersson johansson karlsson nilsson eriksson larsson
kim lee park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn song
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo
nguyen tran le pham hoang phan vu dang bui do ho ngo duong
tanaka sato suzuki takahashi watanabe ito yamamoto nakamura kobayashi kato
singh kumar sharma gupta verma das roy ali khan ahmed ahmad mohammed mohamed muhammad hussain hussein hassan hasan ibrahim abdullah mahmoud
saleh omar osman yusuf rahman malik shah hosseini mohammadi ahmadi karimi rezaei moradi jafari
yilmaz kaya demir celik sahin ozturk cohen levi mizrahi peretz
mensah okafor diallo traore keita toure ndiaye diop banda moyo
`)
