import { oneOf } from './patterns.ts'

/*
 * Words for those who use force, those who rise against it, and what it is used on. Own lists from general knowledge of English, not taken
 * from any corpus.
 */

/** Those who enforce law and order for a state, by their common names. */
export const enforcers = oneOf(
  'police cop policeman policewoman officer agent detective constable sheriff marshal gendarme gendarmerie guard warden trooper marine coastguard coast-guard guardsman ranger customs bailiff commando investigator prosecutor inspector swat interpol authority intelligence',
)
/** Bands that take and hold people against the law. */
export const bands = oneOf(
  'gunman militant rebel bandit pirate kidnapper abductor captor gang gangster thug mob jihadist terrorist insurgent guerrilla assailant attacker raider extremist militia militiaman cartel hitman henchman hijacker dissident separatist warlord',
)
/** Buildings, works and vehicles that are attacked, burned, searched and shut. */
export const sites = oneOf(
  'base building headquarters village town city convoy camp position hospital clinic school kindergarten nursery university college airport airfield airbase runway port harbor harbour dock facility depot target house home mosque church cathedral temple pagoda madrassa madrasa synagogue shrine monastery cemetery market marketplace bazaar mall shop store supermarket restaurant cafe bar hotel hostel bakery factory plant workshop mill mine refinery oilfield pipeline terminal warehouse granary silo barn farm office embassy consulate mission compound palace parliament courthouse court prison jail barracks outpost post checkpoint bunker trench tunnel bridge dam road highway railway track station substation grid tower mast block flat apartment residence dormitory theatre theater museum library stadium square neighborhood neighbourhood district suburb quarter area settlement stronghold vehicle car jeep van bus coach minibus truck lorry tanker ambulance train tram tractor motorcycle motorbike boat ship vessel ferry trawler freighter yacht plane aircraft helicopter jet drone patrol tent shelter cable',
  ['place'],
)
/** Craft that are stopped, boarded and towed. */
export const craft = oneOf(
  'ship boat vessel tanker trawler freighter ferry yacht dhow dinghy barge catamaran canoe flotilla cargo plane aircraft jet airliner flight helicopter truck lorry bus car van train convoy ambulance',
  // So that what is stopped is told as whom it befell, and not as a part of the verb.
  ['outlet'],
)
/** What explodes, flies or falls in an attack. */
export const projectiles = oneOf(
  'missile rocket shell mortar bomb drone airstrike air-strike shelling bombardment artillery bullet gunfire grenade projectile shrapnel mine landmine explosion blast torpedo uav quadcopter warplane bomber salvo barrage',
)
/** Those who gather to protest: people in number, by what they do or whose kin they are. */
export const crowds = oneOf(
  'crowd protester protestor demonstrator supporter opponent student pupil schoolchild worker employee staff teacher lecturer nurse doctor medic farmer fisherman grower herder trucker driver taxi-driver miner docker pensioner retiree veteran reservist resident villager local citizen neighbor neighbour commuter parent mother father family relative widow son daughter wife people man woman youth youngster teenager child activist campaigner unionist union lawyer journalist reporter lawmaker legislator mp opposition trader shopkeeper vendor depositor saver investor tenant monk nun believer worshipper worshiper refugee migrant survivor victim hundred thousand dozen score ten million hooligan mob prisoner inmate detainee member delegate',
  ['group'],
)
/** Where crowds gather to be seen by those in power. */
export const stages = oneOf(
  'square plaza street avenue boulevard palace parliament assembly embassy consulate ministry courthouse court office headquarters prison jail gate step stairs bridge university campus residence mission station hotel building hall congress capitol bank police commission council home house roundabout park road airport',
  ['place', 'organization'],
)
