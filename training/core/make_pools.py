"""Writes name-pools.json, the names that training puts in the place of others, from the repository's gazetteers.

Run once and committed, so that a later change of the gazetteers does not change the training:
    python make_pools.py ../../packages/assets/gazetteers
"""

import json
import pathlib
import re
import sys

COMPANIES = """Google|Microsoft|Apple|Amazon|Facebook|Twitter|YouTube|Intel|IBM|Oracle|Cisco|Dell|Hewlett-Packard|Sony|Samsung|
Nokia|Ericsson|Siemens|Toyota|Honda|Nissan|Ford|General Motors|Volkswagen|BMW|Daimler|Renault|Peugeot|Fiat|Volvo|Boeing|
Airbus|Lockheed Martin|Raytheon|Northrop Grumman|BAE Systems|ExxonMobil|Chevron|Shell|BP|Total|Gazprom|Rosneft|Lukoil|
Saudi Aramco|Petrobras|Statoil|Halliburton|Walmart|Target|Costco|Ikea|Tesco|Carrefour|Starbucks|Pepsi|Nestle|Unilever|
Procter & Gamble|Johnson & Johnson|Pfizer|Novartis|Roche|Bayer|Merck|Goldman Sachs|Morgan Stanley|JPMorgan|Citigroup|HSBC|
Barclays|Deutsche Bank|Credit Suisse|UBS|Visa|Mastercard|American Airlines|Delta|Lufthansa|Aeroflot|Belavia|Ryanair|Emirates|
FedEx|UPS|Verizon|Vodafone|AT&T|Comcast|Netflix|Disney|Warner Brothers|Mozilla|Yahoo|eBay|PayPal|Uber|Airbnb|Tesla|SpaceX|
Hamas|Hezbollah|Fatah|Taliban|Islamic Jihad|Al Qaeda|Boko Haram|Wagner Group|Labour Party|Conservative Party|Democratic Party|
Republican Party|Green Party|Likud|Congress Party|Social Democrats|United Russia|Solidarity|CIA|FBI|NSA|MI6|Mossad|KGB|FSB|
Pentagon|Treasury|State Department|Foreign Office|Home Office|Congress|Senate|Parliament|Knesset|Duma|Bundestag|Supreme Court|
Department of Justice|Ministry of Defense|Ministry of Foreign Affairs|Interior Ministry|Federal Reserve|Bank of England|
Red Cross|Amnesty International|Human Rights Watch|Greenpeace|Oxfam|Save the Children|Doctors Without Borders|Harvard University|
Oxford University|Stanford University|University of Geneva|University of Toronto|Chatham House|Crisis Group|Brookings|Nobel Committee|
Manchester United|Chelsea|Real Madrid|Bayern Munich|Dynamo Kyiv|New York Yankees|Chicago Bulls|Microsystems Inc.|Acme Corp.|
First National Bank|National Guard|Revolutionary Guards|Free Army|Coast Guard|Air Force|Navy|Marine Corps|Royal Navy"""

SURNAMES = """Smith Jones Brown Taylor Wilson Johnson Miller Davis Garcia Martinez Lopez Gonzalez Perez Sanchez Ramirez Silva Santos
Oliveira Pereira Costa Rossi Russo Ferrari Bianchi Muller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann
Larsen Hansen Nilsson Andersson Lindqvist Virtanen Korhonen Kowalski Nowak Wisniewski Novak Svoboda Horvat Kovacs Nagy Popescu
Ionescu Ivanov Petrov Sidorov Kuznetsov Smirnov Popov Sokolov Lebedev Shevchenko Bondarenko Kovalenko Tkachenko Kravchuk
Yilmaz Kaya Demir Celik Sahin Hassan Hussein Ali Ahmed Mahmoud Ibrahim Khalil Haddad Khoury Nasser Mansour Farouk Rahman Khan
Malik Qureshi Sharma Gupta Singh Patel Reddy Iyer Banerjee Chatterjee Fernando Perera Nguyen Tran Pham Kim Park Choi Tanaka
Suzuki Watanabe Yamamoto Nakamura Chen Wang Zhang Liu Huang Zhao Wu Okafor Okeke Adeyemi Balogun Mensah Boateng Diallo Traore
Mbeki Dlamini Ndlovu Kamau Mwangi Otieno Tesfaye Haile Abebe Cohen Levi Mizrahi Goldberg Friedman Katz Murphy Kelly Walsh Byrne
MacDonald Campbell Stewart Fraser Dubois Moreau Laurent Lefebvre Mercier Janssen Peeters Bakker Visser Papadopoulos Nikolaidis""".split()


def flatten(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from flatten(part)
    elif isinstance(value, list):
        for part in value:
            yield from flatten(part)


def main():
    root = pathlib.Path(sys.argv[1])

    def read(path):
        return json.loads((root / path).read_text(encoding="utf-8"))

    def names(values):
        return sorted({v.strip() for v in values if re.fullmatch(r"[A-Z][\w.&'’ -]*", v.strip()) and len(v) > 1})

    organizations = [name for entry in read("organizations/organizations.json") for name in flatten(entry[2:])]
    outlets = list(flatten(read("outlets/outlets.json")))
    short = [name for entry in read("countries/additions.json").values() for name in entry.get("names", [])]
    given = read("people/given-names.json")
    companies = [name.strip() for name in COMPANIES.replace("\n", "").split("|")]
    pools = {
        "countries": names([*flatten(read("countries/names.json")), *flatten(read("countries/regions.json")), *short]),
        "cities": names(flatten(read("cities/cities.json"))),
        "organizations": names(organizations + outlets + companies),
        "given": names(w for key in ("male", "female") for w in given[key].split()),
        "surnames": sorted(set(SURNAMES)),
    }
    target = pathlib.Path(__file__).with_name("name-pools.json")
    target.write_text(json.dumps(pools, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print({key: len(value) for key, value in pools.items()})


if __name__ == "__main__":
    main()
