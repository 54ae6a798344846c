/**
 * The names of the IANA time zone database (release 2026f) that a runtime's own list may lack, by area: it has each zone
 * under one name only, the old one or the new, and none of the youngest where it is older. "Factory" is no place.
 */
const placesByArea: Readonly<Record<string, string>> = {
  '': 'CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong Iceland Iran Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK Singapore Turkey UCT UTC Universal W-SU WET Zulu',
  Africa: 'Asmara Asmera Timbuktu',
  America:
    'Atikokan Atka Buenos_Aires Catamarca Ciudad_Juarez Coral_Harbour Cordoba Coyhaique Ensenada Fort_Wayne Godthab Indianapolis Jujuy Knox_IN Louisville Mendoza Montreal Nipigon Nuuk Pangnirtung Porto_Acre Punta_Arenas Rainy_River Rosario Santa_Isabel Shiprock Thunder_Bay Virgin Yellowknife',
  'America/Argentina': 'Buenos_Aires Catamarca ComodRivadavia Cordoba Jujuy Mendoza',
  'America/Indiana': 'Indianapolis',
  'America/Kentucky': 'Louisville',
  Antarctica: 'South_Pole',
  Asia: 'Ashkhabad Atyrau Barnaul Calcutta Choibalsan Chongqing Chungking Dacca Famagusta Harbin Ho_Chi_Minh Istanbul Kashgar Kathmandu Katmandu Kolkata Macao Qostanay Rangoon Saigon Tel_Aviv Thimbu Tomsk Ujung_Pandang Ulan_Bator Yangon',
  Atlantic: 'Faeroe Faroe Jan_Mayen',
  Australia: 'ACT Canberra Currie LHI NSW North Queensland South Tasmania Victoria West Yancowinna',
  Brazil: 'Acre DeNoronha East West',
  Canada: 'Atlantic Central Eastern Mountain Newfoundland Pacific Saskatchewan Yukon',
  Chile: 'Continental EasterIsland',
  Etc: 'GMT GMT0 GMT-0 Greenwich UCT UTC Universal Zulu',
  Europe: 'Astrakhan Belfast Kiev Kirov Kyiv Nicosia Saratov Tiraspol Ulyanovsk Uzhgorod Zaporozhye',
  Mexico: 'BajaNorte BajaSur General',
  Pacific: 'Chuuk Enderbury Johnston Kanton Pohnpei Ponape Samoa Truk Yap',
  US: 'Alaska Aleutian Arizona Central East-Indiana Eastern Hawaii Indiana-Starke Michigan Mountain Pacific Samoa',
};

const others = Object.entries(placesByArea).flatMap(([area, places]) =>
  places.split(' ').map((place) => (area === '' ? place : `${area}/${place}`)),
);

/** Hours from UTC: to 12 in the west, which these names call +, and to 14 in the east. */
const offsets = Array.from({ length: 27 }, (_, at) => (at > 12 ? `Etc/GMT-${at - 12}` : `Etc/GMT+${at}`));

/** All names, old ones included, in alphabetical order. */
export const timeZones: readonly string[] = [
  ...new Set([...Intl.supportedValuesOf('timeZone'), ...others, ...offsets]),
].sort();
