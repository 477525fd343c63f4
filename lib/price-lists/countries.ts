import type { Country, DiallingPlan } from "@/lib/domain/dialling-plan";

/**
 * Countries by their dialling codes (ITU-T E.164), our own data and no vendor's: a price list only names countries. Columns: code, dialling
 * codes (the longest that fits a number counts), marks, German name, English name, other names, among them every spelling of the price
 * lists. Marks: `eu` for the European Union, and a country's code for a part of it whose numbers lie within that country's.
 */
const TABLE = `
AC | 247 || Ascension | Ascension
AD | 376 || Andorra | Andorra
AE | 971 || Vereinigte Arabische Emirate | United Arab Emirates | Emirate; UAE; Dubai; Abu Dhabi
AF | 93 || Afghanistan | Afghanistan
AG | 1268 || Antigua und Barbuda | Antigua and Barbuda
AI | 1264 || Anguilla | Anguilla
AL | 355 || Albanien | Albania
AM | 374 || Armenien | Armenia
AO | 244 || Angola | Angola
AQ | 6721 || Antarktis (australische Stationen) | Antarctica (Australian stations) | Antarktis; Antarctica
AR | 54 || Argentinien | Argentina
AS | 1684 || Amerikanisch-Samoa | American Samoa
AT | 43 | eu | Österreich | Austria
AU | 61 || Australien | Australia | Weihnachtsinsel; Kokosinseln
AW | 297 || Aruba | Aruba
AX | 35818 | eu FI | Åland | Åland | Ålandinseln; Åland Islands
AZ | 994 || Aserbaidschan | Azerbaijan
BA | 387 || Bosnien und Herzegowina | Bosnia and Herzegovina | Bosnien-Herzegowina; Bosnia; Bosnien
BB | 1246 || Barbados | Barbados
BD | 880 || Bangladesch | Bangladesh
BE | 32 | eu | Belgien | Belgium
BF | 226 || Burkina Faso | Burkina Faso
BG | 359 | eu | Bulgarien | Bulgaria
BH | 973 || Bahrain | Bahrain
BI | 257 || Burundi | Burundi
BJ | 229 || Benin | Benin
BM | 1441 || Bermuda | Bermuda
BN | 673 || Brunei | Brunei
BO | 591 || Bolivien | Bolivia
BQ | 5993 5994 5997 || Karibische Niederlande | Caribbean Netherlands | Niederländische Antillen; Bonaire; Saba; Sint Eustatius; Netherlands Antilles
BR | 55 || Brasilien | Brazil
BS | 1242 || Bahamas | Bahamas
BT | 975 || Bhutan | Bhutan
BW | 267 || Botsuana | Botswana
BY | 375 || Belarus | Belarus | Weißrussland
BZ | 501 || Belize | Belize
CD | 243 || Kongo (Demokratische Republik) | Congo (Democratic Republic) | Demokratische Republik Kongo; Democratic Republic of the Congo
CF | 236 || Zentralafrikanische Republik | Central African Republic
CG | 242 || Kongo | Congo | Kongo (Republik); Republic of the Congo
CH | 41 || Schweiz | Switzerland
CI | 225 || Côte d'Ivoire | Côte d'Ivoire | Elfenbeinküste; Ivory Coast
CK | 682 || Cookinseln | Cook Islands
CL | 56 || Chile | Chile
CL-EI | 5632210 5632255 | CL | Osterinsel | Easter Island | Chile-Osterinseln; Osterinseln
CM | 237 || Kamerun | Cameroon
CN | 86 || China | China
CO | 57 || Kolumbien | Colombia
CR | 506 || Costa Rica | Costa Rica
CU | 53 || Kuba | Cuba
CV | 238 || Cabo Verde | Cape Verde | Kap Verde
CW | 5999 || Curaçao | Curaçao | Niederländische Antillen; Netherlands Antilles
CY | 357 | eu | Zypern | Cyprus
CY-N | 90392 | TR | Nordzypern | Northern Cyprus | Türkei-Zypern; Türkische Republik Nordzypern
CZ | 420 | eu | Tschechien | Czechia | Tschechische Republik; Czech Republic
DE | 49 || Deutschland | Germany
DJ | 253 || Dschibuti | Djibouti
DK | 45 | eu | Dänemark | Denmark
DM | 1767 || Dominica | Dominica
DO | 1809 1829 1849 || Dominikanische Republik | Dominican Republic
DZ | 213 || Algerien | Algeria
EC | 593 || Ecuador | Ecuador
EE | 372 | eu | Estland | Estonia
EG | 20 || Ägypten | Egypt
EH | 2125288 2125289 || Westsahara | Western Sahara
ER | 291 || Eritrea | Eritrea
ES | 34 | eu | Spanien | Spain
ES-CN | 34822 34828 34922 34928 | eu ES | Kanarische Inseln | Canary Islands | Kanaren
ET | 251 || Äthiopien | Ethiopia
FI | 358 | eu | Finnland | Finland
FJ | 679 || Fidschi | Fiji
FK | 500 || Falklandinseln | Falkland Islands
FM | 691 || Mikronesien | Micronesia
FO | 298 || Färöer | Faroe Islands
FR | 33 | eu | Frankreich | France
GA | 241 || Gabun | Gabon
GB | 44 || Vereinigtes Königreich | United Kingdom | Großbritannien; Vereinigtes Königreich Großbritannien und Nordirland; England; Schottland; Wales; Nordirland; UK; Great Britain; Scotland; Northern Ireland
GD | 1473 || Grenada | Grenada
GE | 995 || Georgien | Georgia
GF | 594 || Französisch-Guayana | French Guiana | Französisch Guayana; Französisch-Guyana; French Guyana
GG | 441481 447781 447839 4479111 4479117 || Guernsey | Guernsey
GH | 233 || Ghana | Ghana
GI | 350 || Gibraltar | Gibraltar
GL | 299 || Grönland | Greenland
GM | 220 || Gambia | Gambia
GN | 224 || Guinea | Guinea
GP | 590 || Guadeloupe | Guadeloupe | Saint-Barthélemy; Saint-Martin
GQ | 240 || Äquatorialguinea | Equatorial Guinea
GR | 30 | eu | Griechenland | Greece
GT | 502 || Guatemala | Guatemala
GU | 1671 || Guam | Guam
GW | 245 || Guinea-Bissau | Guinea-Bissau
GY | 592 || Guyana | Guyana
HK | 852 || Hongkong | Hong Kong
HN | 504 || Honduras | Honduras
HR | 385 | eu | Kroatien | Croatia
HT | 509 || Haiti | Haiti
HU | 36 | eu | Ungarn | Hungary
ID | 62 || Indonesien | Indonesia
IE | 353 | eu | Irland | Ireland | Republik Irland
IL | 972 || Israel | Israel
IM | 441624 4474576 447524 447624 447924 || Isle of Man | Isle of Man
IN | 91 || Indien | India
IO | 246 || Diego Garcia | Diego Garcia
IQ | 964 || Irak | Iraq
IR | 98 || Iran | Iran
IS | 354 || Island | Iceland
IT | 39 | eu | Italien | Italy
JE | 441534 447509 4477003 4477007 4477008 447797 447829 447937 || Jersey | Jersey
JM | 1658 1876 || Jamaika | Jamaica
JO | 962 || Jordanien | Jordan
JP | 81 || Japan | Japan
KE | 254 || Kenia | Kenya
KG | 996 || Kirgisistan | Kyrgyzstan | Kirgisien
KH | 855 || Kambodscha | Cambodia
KI | 686 || Kiribati | Kiribati
KM | 269 || Komoren | Comoros
KN | 1869 || St. Kitts und Nevis | St. Kitts and Nevis
KP | 850 || Nordkorea | North Korea | Democratic People's Republic of Korea
KR | 82 || Südkorea | South Korea | Republik Korea
KW | 965 || Kuwait | Kuwait
KY | 1345 || Kaimaninseln | Cayman Islands | Cayman
KZ | 76 77 || Kasachstan | Kazakhstan
LA | 856 || Laos | Laos
LB | 961 || Libanon | Lebanon
LC | 1758 || St. Lucia | St. Lucia
LI | 423 || Liechtenstein | Liechtenstein | Lichtenstein
LK | 94 || Sri Lanka | Sri Lanka
LR | 231 || Liberia | Liberia
LS | 266 || Lesotho | Lesotho
LT | 370 | eu | Litauen | Lithuania
LU | 352 | eu | Luxemburg | Luxembourg
LV | 371 | eu | Lettland | Latvia
LY | 218 || Libyen | Libya
MA | 212 || Marokko | Morocco
MC | 377 || Monaco | Monaco
MD | 373 || Republik Moldau | Moldova | Moldau; Moldawien
ME | 382 || Montenegro | Montenegro
MG | 261 || Madagaskar | Madagascar
MH | 692 || Marshallinseln | Marshall Islands
MK | 389 || Nordmazedonien | North Macedonia | Mazedonien; Macedonia
ML | 223 || Mali | Mali
MM | 95 || Myanmar | Myanmar | Birma; Burma
MN | 976 || Mongolei | Mongolia
MO | 853 || Macau | Macau | Macao
MP | 1670 || Nördliche Marianen | Northern Mariana Islands
MQ | 596 || Martinique | Martinique
MR | 222 || Mauretanien | Mauritania
MS | 1664 || Montserrat | Montserrat
MT | 356 | eu | Malta | Malta
MU | 230 || Mauritius | Mauritius
MV | 960 || Malediven | Maldives
MW | 265 || Malawi | Malawi
MX | 52 || Mexiko | Mexico
MY | 60 || Malaysia | Malaysia
MZ | 258 || Mosambik | Mozambique
NA | 264 || Namibia | Namibia
NC | 687 || Neukaledonien | New Caledonia
NE | 227 || Niger | Niger
NF | 6723 || Norfolkinsel | Norfolk Island | Norfolk
NG | 234 || Nigeria | Nigeria
NI | 505 || Nicaragua | Nicaragua
NL | 31 | eu | Niederlande | Netherlands | Holland
NO | 47 || Norwegen | Norway | Spitzbergen; Svalbard
NP | 977 || Nepal | Nepal
NR | 674 || Nauru | Nauru
NU | 683 || Niue | Niue
NZ | 64 || Neuseeland | New Zealand
OM | 968 || Oman | Oman
PA | 507 || Panama | Panama
PE | 51 || Peru | Peru
PF | 689 || Französisch-Polynesien | French Polynesia
PG | 675 || Papua-Neuguinea | Papua New Guinea
PH | 63 || Philippinen | Philippines
PK | 92 || Pakistan | Pakistan
PL | 48 | eu | Polen | Poland
PM | 508 || St. Pierre und Miquelon | St. Pierre and Miquelon
PR | 1787 1939 || Puerto Rico | Puerto Rico
PS | 970 || Palästinensische Gebiete | Palestinian territories | Palästina; Palestine
PT | 351 | eu | Portugal | Portugal
PT-20 | 351292 351295 351296 | eu PT | Azoren | Azores
PT-30 | 351291 | eu PT | Madeira | Madeira
PW | 680 || Palau | Palau
PY | 595 || Paraguay | Paraguay
QA | 974 || Katar | Qatar
RE | 262 || Réunion | Réunion | La Réunion; Reunion
RO | 40 | eu | Rumänien | Romania
RS | 381 || Serbien | Serbia
RU | 7 || Russland | Russia | Russische Föderation; Russian Federation
RW | 250 || Ruanda | Rwanda
SA | 966 || Saudi-Arabien | Saudi Arabia | Saudi Arabien
SB | 677 || Salomonen | Solomon Islands
SC | 248 || Seychellen | Seychelles
SD | 249 || Sudan | Sudan
SE | 46 | eu | Schweden | Sweden
SG | 65 || Singapur | Singapore
SH | 290 || St. Helena | St. Helena | Tristan da Cunha
SI | 386 | eu | Slowenien | Slovenia
SK | 421 | eu | Slowakei | Slovakia | Slowakische Republik; Slovak Republic
SL | 232 || Sierra Leone | Sierra Leone
SM | 378 390549 || San Marino | San Marino
SN | 221 || Senegal | Senegal
SO | 252 || Somalia | Somalia
SR | 597 || Suriname | Suriname
SS | 211 || Südsudan | South Sudan
ST | 239 || São Tomé und Príncipe | São Tomé and Príncipe
SV | 503 || El Salvador | El Salvador
SX | 1721 || Sint Maarten | Sint Maarten | Niederländische Antillen; Netherlands Antilles; Saint Martin
SY | 963 || Syrien | Syria
SZ | 268 || Eswatini | Eswatini | Swasiland; Swaziland
TC | 1649 || Turks- und Caicosinseln | Turks and Caicos Islands
TD | 235 || Tschad | Chad
TG | 228 || Togo | Togo
TH | 66 || Thailand | Thailand
TJ | 992 || Tadschikistan | Tajikistan
TK | 690 || Tokelau | Tokelau
TL | 670 || Timor-Leste | Timor-Leste | Osttimor; East Timor
TM | 993 || Turkmenistan | Turkmenistan
TN | 216 || Tunesien | Tunisia
TO | 676 || Tonga | Tonga
TR | 90 || Türkei | Türkiye | Turkey
TT | 1868 || Trinidad und Tobago | Trinidad and Tobago | Trinidad & Tobago; Trinidad
TV | 688 || Tuvalu | Tuvalu
TW | 886 || Taiwan | Taiwan | Republik China
TZ | 255 || Tansania | Tanzania
UA | 380 || Ukraine | Ukraine
UG | 256 || Uganda | Uganda
US | 1 || USA | USA | Vereinigte Staaten von Amerika; Amerika; United States of America
UY | 598 || Uruguay | Uruguay
UZ | 998 || Usbekistan | Uzbekistan
VA | 379 3906698 || Vatikanstadt | Vatican City | Vatikan; Vatican; Holy See
VC | 1784 || St. Vincent und die Grenadinen | St. Vincent and Grenadines
VE | 58 || Venezuela | Venezuela
VG | 1284 || Britische Jungferninseln | British Virgin Islands
VI | 1340 || Amerikanische Jungferninseln | U.S. Virgin Islands
VN | 84 || Vietnam | Vietnam
VU | 678 || Vanuatu | Vanuatu
WF | 681 || Wallis und Futuna | Wallis and Futuna
WS | 685 || Samoa | Samoa
XK | 383 || Kosovo | Kosovo
YE | 967 || Jemen | Yemen
YT | 2622689 262269 262639 26270935 26270936 26270937 || Mayotte | Mayotte
ZA | 27 || Südafrika | South Africa | Republik Südafrika
ZM | 260 || Sambia | Zambia
ZW | 263 || Simbabwe | Zimbabwe
`;

/** The area codes of Canada, which shares +1 with the United States and the Caribbean. */
const CANADA =
  "204 226 236 249 250 257 263 273 289 306 343 354 365 367 368 382 387 403 416 418 428 431 437 438 450 460 468 474 506 514 519 " +
  "548 579 581 584 587 600 604 613 622 633 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905 942";

/** How numbers are dialled from Germany, and which rates of the price lists they are charged by. */
export const diallingPlan: DiallingPlan = {
  home: {
    country: "DE",
    mobile: ["015", "016", "017"],
    special: ["01", "032", "0700", "0800", "0900", "110", "112", "116", "118"],
    free: ["110", "112", "0800", "00800", "116"],
  },
  countries: [
    ...TABLE.trim()
      .split("\n")
      .map((line) => countryOf(line)),
    countryOf(`CA | ${CANADA.replaceAll(/(\d+)/g, "1$1")} || Kanada | Canada`),
  ],
  networks: [
    // Of the international networks, two are satellites: EMSAT and Thuraya.
    { id: "satellite", dial: ["870", "881", "88213", "88216"], de: "Satellitentelefon", en: "Satellite phone" },
    { id: "networks", dial: ["882", "883"], de: "Internationale Netze", en: "International networks" },
    {
      id: "shared",
      dial: ["800", "808", "878", "888", "979"],
      de: "Internationale Dienste",
      en: "International services",
    },
  ],
  targets: {
    "de-fixed": "home-fixed",
    "de-mobile": "home-mobile",
    "sms-national": "home-mobile",
    "eu-fixed": "union",
    "sms-eu": "union",
    "sms-other": "outside-union",
    abroad: "abroad",
    "mobile-surcharge": "abroad",
    usa: "US",
    satellite: "satellite",
  },
};

function countryOf(line: string): Country {
  const [code = "", dial = "", marks = "", de = "", en = "", others = ""] = line
    .split("|")
    .map((column) => column.trim());
  const within = marks.split(" ").find((mark) => mark !== "eu" && mark !== "");
  return {
    code,
    dial: dial.split(" "),
    de,
    en,
    others: others === "" ? [] : others.split("; "),
    union: marks.split(" ").includes("eu"),
    ...(within === undefined ? {} : { within }),
  };
}
