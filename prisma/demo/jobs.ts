import { randomUUIDv7 } from "node:crypto";

export type DemoJob = {
  id: string;
  department: Department;
  title: string;
  description: string;
  status: "draft" | "open" | "closed" | "archived";
  location_type: "onsite" | "remote" | "hybrid";
  location: string | null;
  employment_type: string;
  salary_min: number;
  salary_max: number;
  currency: string;
  opened_at: Date | null;
  closed_at: Date | null;
  created_at: Date;
  /** What its candidates are tagged with. */
  skills: string[];
};

export const DEPARTMENTS = [
  "Engineering",
  "Product",
  "Design",
  "Data",
  "Sales",
  "Marketing",
  "Customer success",
  "People and finance",
] as const;
type Department = (typeof DEPARTMENTS)[number];

const DAY_MS = 86_400_000;

/** The demo organization's jobs as of `now`: five-and-twenty over the last year, some of them filled or given up. */
export function demoJobs(now: Date): DemoJob[] {
  const ago = (days: number | null) => (days === null ? null : new Date(now.getTime() - days * DAY_MS));
  return ROWS.map(([department, title, place, pay, [opened, closed], , status]) => {
    const [location, location_type] = place.split("/") as [string, DemoJob["location_type"]];
    const [currency, salary_min, salary_max] = pay.split(" ") as [string, string, string];
    return {
      id: randomUUIDv7(),
      department,
      title,
      description: `${title} in ${department}. ${TERMS[location_type]}`,
      status: status ?? (closed === null ? "open" : "closed"),
      location_type,
      location: location || null,
      employment_type: title.includes("Intern") ? "internship" : "full-time",
      salary_min: Number(salary_min) * 1000,
      salary_max: Number(salary_max) * 1000,
      currency,
      opened_at: status === "draft" ? null : ago(opened),
      closed_at: ago(closed),
      // Written down some days before it was opened.
      created_at: ago(opened + 4) as Date,
      skills: skillsOf(title),
    };
  });
}

/** What candidates for a job of this title are tagged with. */
export function skillsOf(title: string): string[] {
  return ROWS.find((row) => row[1] === title)?.[5].split(" ") ?? [];
}

const TERMS = {
  onsite: "The work is done at the office.",
  remote: "The work is done from anywhere within the time zone.",
  hybrid: "Two days a week at the office, the others wherever it suits.",
};

type Row = [
  department: Department,
  title: string,
  place: string,
  pay: string,
  days: [opened: number, closed: number | null],
  skills: string,
  status?: DemoJob["status"],
];

const ROWS: Row[] = [
  [
    "Engineering",
    "Senior Frontend Engineer",
    "London/hybrid",
    "GBP 80 105",
    [370, null],
    "typescript react frontend",
  ],
  [
    "Engineering",
    "Backend Engineer",
    "Berlin/hybrid",
    "EUR 68 90",
    [365, null],
    "go kubernetes postgresql node java",
  ],
  [
    "Engineering",
    "Staff Systems Engineer",
    "/remote",
    "EUR 105 135",
    [330, 120],
    "rust systems distributed-systems kafka",
  ],
  [
    "Engineering",
    "Site Reliability Engineer",
    "/remote",
    "EUR 78 102",
    [290, null],
    "sre devops terraform aws",
  ],
  [
    "Engineering",
    "Mobile Engineer",
    "Paris/hybrid",
    "EUR 60 82",
    [250, 60],
    "ios swift android kotlin react-native",
  ],
  ["Engineering", "QA Engineer", "Manchester/onsite", "GBP 45 60", [210, null], "qa playwright cypress"],
  ["Engineering", "Application Security Engineer", "/remote", "GBP 85 110", [150, null], "security appsec"],
  [
    "Engineering",
    "Engineering Manager, Platform",
    "Berlin/hybrid",
    "EUR 100 125",
    [95, null],
    "engineering-manager",
  ],
  [
    "Engineering",
    "Embedded Intern",
    "Munich/onsite",
    "EUR 24 28",
    [300, 200],
    "embedded c++ mechanical-engineering",
    "archived",
  ],
  [
    "Product",
    "Product Manager, Integrations",
    "London/hybrid",
    "GBP 75 98",
    [340, 170],
    "product-management",
  ],
  [
    "Product",
    "Senior Product Manager, Analytics",
    "New York/hybrid",
    "USD 140 175",
    [130, null],
    "product-management analytics",
  ],
  ["Design", "Product Designer", "Paris/hybrid", "EUR 55 75", [355, null], "product-design figma"],
  ["Design", "UX Researcher", "/remote", "EUR 58 78", [180, null], "ux-research"],
  ["Design", "Brand Designer", "Berlin/onsite", "EUR 48 64", [80, null], "brand-design"],
  [
    "Data",
    "Data Engineer",
    "Toronto/hybrid",
    "CAD 105 135",
    [320, null],
    "data-engineering spark airflow python",
  ],
  [
    "Data",
    "Machine Learning Engineer",
    "/remote",
    "USD 150 190",
    [240, 40],
    "machine-learning pytorch python",
  ],
  ["Data", "Data Analyst", "Lyon/hybrid", "EUR 42 56", [140, null], "data-analyst sql data-science"],
  ["Sales", "Enterprise Account Executive", "Dublin/hybrid", "EUR 70 95", [360, null], "sales enterprise"],
  ["Sales", "Mid-market Account Executive", "New York/hybrid", "USD 90 120", [200, null], "sales mid-market"],
  ["Marketing", "Content Marketer", "London/remote", "GBP 42 56", [230, 90], "marketing content"],
  ["Marketing", "Growth Marketer", "Sydney/hybrid", "AUD 95 120", [110, null], "marketing growth"],
  [
    "Customer success",
    "Customer Success Manager",
    "Dublin/hybrid",
    "EUR 48 62",
    [310, null],
    "customer-success support",
  ],
  [
    "Customer success",
    "Support Specialist",
    "Manchester/onsite",
    "GBP 28 34",
    [70, null],
    "support technical-writing",
  ],
  [
    "People and finance",
    "Talent Partner",
    "Toronto/hybrid",
    "CAD 80 100",
    [160, null],
    "recruiting people-operations",
  ],
  [
    "People and finance",
    "Financial Analyst",
    "London/hybrid",
    "GBP 50 65",
    [20, null],
    "finance accounting",
    "draft",
  ],
];
