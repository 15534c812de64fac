import { nameAt } from "./names";
import { between, pick, type Random } from "./random";

/** Who a candidate is, and how many days ago they were added. People invented for the demo organization. */
export type DemoPerson = {
  name: string;
  place: Place;
  source: string;
  daysAgo: number;
  /** Without them those of the job that the person applies for. */
  tags?: string[];
};

/**
 * So many people from the one at `first` on: those written down below, then as many more as are wanted, added over the
 * last year and more of them lately.
 */
export function demoPeople(count: number, random: Random, first = 0): DemoPerson[] {
  return Array.from({ length: count }, (_, place): DemoPerson => {
    const index = first + place;
    const row = ROWS[index];
    if (row) return personOf(row, index);
    return {
      name: nameAt(index),
      place: pick(random, PLACES),
      source: pick(random, SOURCES),
      daysAgo: between(random, 0, 51) ** 1.5,
    };
  });
}

function personOf([name, place, tags, source, daysAgo]: Row, index: number): DemoPerson {
  // Some minutes apart, so that "newest first" has one answer.
  return { name, place, tags: tags.split(" "), source, daysAgo: daysAgo + (index * 7) / (24 * 60) };
}

/** How a person is reached. `mark` is in it, which tells those of one name apart. */
export function contactOf({ name, place }: DemoPerson, index: number, mark: string) {
  const words = name
    .normalize("NFD")
    .replace(/[^A-Za-z -]/g, "")
    .toLowerCase()
    .split(/[ -]+/);
  return {
    // Reserved domains and numbers set aside for fiction: nobody real is ever written to or called.
    email: `${words.join(".")}${mark}@${["example.com", "example.org", "example.net"][index % 3]}`,
    phone: `${PHONES[place]}${String(index % 100).padStart(2, "0")}`,
    location: place,
    linkedin_url: `https://www.linkedin.com/in/prepzo-demo-${words.join("-")}${mark}`,
  };
}

// As often as people come from there.
const SOURCES = [
  ...["linkedin", "linkedin", "linkedin", "linkedin", "careers-page", "careers-page", "careers-page"],
  ...["job-board", "job-board", "referral", "referral", "agency", "university"],
];

const PHONES = {
  "London, United Kingdom": "+44 20 7946 08",
  "Manchester, United Kingdom": "+44 161 496 08",
  "Berlin, Germany": "+49 30 23125 8",
  "Munich, Germany": "+49 89 99998 8",
  "Paris, France": "+33 1 99 00 18 ",
  "Lyon, France": "+33 4 65 71 18 ",
  "New York, United States": "+1 212 555 01",
  "Austin, United States": "+1 512 555 01",
  "Seattle, United States": "+1 206 555 01",
  "Toronto, Canada": "+1 416 555 01",
  "Sydney, Australia": "+61 2 5550 18",
  "Dublin, Ireland": "+353 20 915 18",
} as const;

type Place = keyof typeof PHONES;
const PLACES = Object.keys(PHONES) as Place[];

type Row = [name: string, place: Place, tags: string, source: string, daysAgo: number];
const ROWS: Row[] = [
  ["Amara Okafor", "London, United Kingdom", "typescript react senior", "referral", 0],
  ["Lukas Brandt", "Berlin, Germany", "go kubernetes senior", "linkedin", 0],
  ["Mei-Ling Zhao", "New York, United States", "product-design figma", "careers-page", 1],
  ["Daniel Whitcombe", "Manchester, United Kingdom", "java spring", "agency", 1],
  ["Sofía Marchetti", "Paris, France", "data-science python", "linkedin", 1],
  ["Tobias Engström", "Berlin, Germany", "rust systems staff", "referral", 2],
  ["Priya Raghunathan", "Toronto, Canada", "typescript node senior", "careers-page", 2],
  ["Callum Fairweather", "Dublin, Ireland", "sales enterprise", "linkedin", 2],
  ["Zoë Vandenberg", "London, United Kingdom", "marketing content", "careers-page", 3],
  ["Marcus Delgado-Reyes", "Austin, United States", "devops terraform aws", "linkedin", 3],
  ["Hannah Lindqvist", "Berlin, Germany", "ux-research", "referral", 4],
  ["Jonah Abernathy", "Seattle, United States", "python django", "job-board", 4],
  ["Aaliyah Farouk", "London, United Kingdom", "finance analyst", "agency", 5],
  ["Benoît Charpentier", "Lyon, France", "react frontend junior", "university", 5],
  ["Noor van Dijk", "Berlin, Germany", "product-management senior", "linkedin", 6],
  ["Ethan Kowalczyk", "New York, United States", "java kafka staff", "referral", 6],
  ["Isabella Moretti", "Munich, Germany", "mechanical-engineering", "job-board", 7],
  ["Ravi Subramaniam", "Sydney, Australia", "go distributed-systems", "linkedin", 8],
  ["Chloé Baudelaire", "Paris, France", "product-design senior", "referral", 8],
  ["Oliver Thackeray", "Manchester, United Kingdom", "qa playwright", "careers-page", 9],
  ["Fatima Al-Hashimi", "Toronto, Canada", "data-engineering spark", "linkedin", 10],
  ["Gabriel Santoro", "Austin, United States", "ios swift senior", "job-board", 10],
  ["Siobhán Gallagher", "Dublin, Ireland", "customer-success", "careers-page", 11],
  ["Kenji Nakamura-Wells", "Seattle, United States", "machine-learning pytorch", "referral", 12],
  ["Elif Yıldırım", "Berlin, Germany", "android kotlin", "linkedin", 13],
  ["Theodore Blackwood", "London, United Kingdom", "security appsec senior", "agency", 14],
  ["Nadia Petrova", "Munich, Germany", "sap consultant", "agency", 15],
  ["Xavier Lemoine", "Paris, France", "sre observability", "linkedin", 16],
  ["Grace Adeyemi", "London, United Kingdom", "people-operations", "careers-page", 17],
  ["Anton Virtanen", "Berlin, Germany", "typescript react", "job-board", 18],
  ["Leila Haddad", "Lyon, France", "data-analyst sql junior", "university", 19],
  ["Patrick O'Callaghan", "Dublin, Ireland", "php laravel", "job-board", 20],
  ["Yuki Tanabe", "Sydney, Australia", "product-design", "linkedin", 22],
  ["Dominic Castellanos", "New York, United States", "sales mid-market", "linkedin", 23],
  ["Ingrid Solheim", "Berlin, Germany", "engineering-manager", "referral", 25],
  ["Samuel Brightwater", "Toronto, Canada", "ruby rails senior", "careers-page", 26],
  ["Anjali Deshmukh", "London, United Kingdom", "machine-learning python", "linkedin", 28],
  ["Florian Huber", "Munich, Germany", "embedded c++", "job-board", 30],
  ["Camille Rousseau", "Paris, France", "legal counsel", "agency", 31],
  ["Darius Mokoena", "Manchester, United Kingdom", "dotnet azure", "agency", 33],
  ["Rebecca Steinfeld", "New York, United States", "product-management", "referral", 35],
  ["Mateusz Wiśniewski", "Berlin, Germany", "postgresql go senior", "linkedin", 37],
  ["Emily Hartington", "Sydney, Australia", "marketing growth", "careers-page", 39],
  ["Julian Okonkwo", "Austin, United States", "typescript node", "job-board", 41],
  ["Valentina Cruz", "Toronto, Canada", "recruiting talent", "linkedin", 44],
  ["Håkon Bergström", "Berlin, Germany", "devops kubernetes", "referral", 46],
  ["Charlotte Pemberton", "London, United Kingdom", "operations", "careers-page", 49],
  ["Omar Benjelloun", "Lyon, France", "scala spark senior", "linkedin", 52],
  ["Naomi Fitzgerald", "Dublin, Ireland", "support tier-two", "job-board", 55],
  ["Viktor Novák", "Munich, Germany", "react-native mobile", "linkedin", 58],
  ["Alice Montgomery", "Seattle, United States", "technical-writing", "careers-page", 61],
  ["Thandiwe Nkosi", "London, United Kingdom", "accounting", "agency", 64],
  ["Hugo Ferreira", "Paris, France", "python fastapi junior", "university", 68],
  ["Maya Rosenthal", "New York, United States", "ux-research senior", "referral", 71],
  ["Arjun Malhotra", "Toronto, Canada", "android kotlin senior", "linkedin", 75],
  ["Stella Papadakis", "Berlin, Germany", "brand-design", "job-board", 79],
  ["William Ashdown", "Manchester, United Kingdom", "data-engineering airflow", "careers-page", 83],
  ["Ximena Herrera", "Austin, United States", "qa cypress", "linkedin", 86],
  ["Léon Dubreuil", "Lyon, France", "php symfony", "job-board", 88],
  ["Freya Sandoval", "Sydney, Australia", "engineering-manager senior", "referral", 90],
];
