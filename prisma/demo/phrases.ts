export const INTERVIEWERS = [
  "priya@example.com",
  "tom@example.com",
  "lena@example.com",
  "marcus@example.com",
];

export const REASONS = [
  "Another candidate was further along",
  "Not enough experience with what the team works on",
  "Salary expectations too far apart",
  "Cannot start within the next six months",
  "The position was filled",
  "Withdrew for another offer",
];

export const FEEDBACK = [
  "Clear thinking, explains trade-offs without being asked. Move forward.",
  "Good conversation. Some gaps in depth, none that the team could not close.",
  "Strong on craft, still quiet about working with others. Probe that next time.",
  "Came well prepared and asked the better questions.",
  "Struggled once the problem changed half-way. Not convinced yet.",
  "Warm, precise, honest about what went wrong before. A clear yes from me.",
];

export const NOTES = [
  "Called back; prefers mornings.",
  "Notice period is three months.",
  "Met at the autumn meet-up, knows two people on the team.",
  "Asked about working four days a week.",
  "Has another process running, expects an offer soon.",
  "Portfolio is behind a password, asked for access.",
  "Would relocate, needs help with a visa.",
  "Not now, but wants to hear from us next year.",
];
